package ma.jazari.partnerships.convention;

import static ma.jazari.partnerships.convention.ConventionFixture.approve;
import static ma.jazari.partnerships.convention.ConventionFixture.counter;
import static ma.jazari.partnerships.convention.ConventionFixture.drafted;
import static ma.jazari.partnerships.convention.ConventionFixture.move;
import static ma.jazari.partnerships.convention.ConventionFixture.patch;
import static ma.jazari.partnerships.convention.ConventionFixture.reference;
import static ma.jazari.partnerships.institutecopy.InstituteMessageFixture.activeInstitute;
import static ma.jazari.partnerships.partner.PartnerFixture.activePartner;
import static ma.jazari.platform.test.Api.anonymous;
import static ma.jazari.platform.test.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import ma.jazari.platform.changelog.Canonical;
import ma.jazari.platform.test.RealParts;
import ma.jazari.platform.test.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two parties come to a text: proposals, counters, approvals, and what is refused on the way. */
@QuarkusTest
@WithTestResource(RealParts.class)
class NegotiationTest {

    private static final String OTHER_END = "{\"effectiveTo\": \"2031-12-31\"}";

    private String institute;
    private String partner;
    private String ofInstitute;
    private String ofPartner;

    @BeforeEach
    void two_parties() {
        institute = activeInstitute();
        partner = activePartner("Université qui négocie");
        ofInstitute = Tokens.instituteAdmin(institute);
        ofPartner = Tokens.partner(partner);
    }

    @Test
    void is_approved_once_all_who_decide_have_approved_one_text() {
        var id = proposed();

        approve(ofInstitute, id, institute)
                .then()
                .statusCode(201)
                .body("status", equalTo("PROPOSED"))
                .body("approvals", hasSize(1))
                .body("approvals[0].party.id", equalTo(institute))
                .body("approvals[0].by.sub", not(nullValue()))
                .body("awaiting.party.id", contains(partner))
                .body("awaiting.act", contains("APPROVE"));
        approve(ofPartner, id, partner)
                .then()
                .statusCode(201)
                .body("status", equalTo("APPROVED"))
                .body("proposedRevision", equalTo(1))
                .body("awaiting.act", contains("SIGN", "SIGN"))
                .body("availableTransitions", contains("WITHDRAWN"));
    }

    @Test
    void refuses_a_stale_digest_with_the_current_one_and_the_difference() {
        var id = proposed();
        var stale = as(ofInstitute).get("/v1/conventions/{id}", id).<String>path("digest.value");
        var current = counter(ofPartner, id, OTHER_END)
                .then()
                .statusCode(200)
                .body("revision", equalTo(2))
                .extract()
                .<String>path("digest.value");

        for (int revision : new int[] {1, 2}) {
            approve(ofInstitute, id, institute, revision, stale)
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("/problems/stale-digest"))
                    .body("current.revision", equalTo(2))
                    .body("current.digest", equalTo(current))
                    .body("difference.pointer", contains("/effectiveTo"))
                    .body("difference[0].to", equalTo("2031-12-31"));
        }
        approve(ofInstitute, id, institute, 2, "0".repeat(64))
                .then()
                .statusCode(409)
                .body("difference", nullValue());
    }

    @Test
    void counts_no_approval_of_a_text_that_was_countered() {
        var id = proposed();
        approve(ofInstitute, id, institute).then().statusCode(201);

        counter(ofPartner, id, OTHER_END).then().body("approvals", empty()).body("awaiting", hasSize(2));
        approve(ofPartner, id, partner).then().statusCode(201).body("status", equalTo("PROPOSED"));

        as(ofPartner)
                .get("/v1/conventions/{id}/revisions", id)
                .then()
                .body("items.revision", contains(1, 2))
                .body("items.state", contains("SUPERSEDED", "PROPOSED"))
                .body("items[0].approvals.party.id", contains(institute))
                .body("items[1].approvals.party.id", contains(partner));
    }

    @Test
    void says_what_differs_between_any_two_texts_and_shows_each_as_it_is_hashed() {
        var id = proposed();
        counter(
                        ofPartner,
                        id,
                        """
                        {"effectiveTo": "2031-12-31",
                         "terms": [{"number": "1", "text": "Le cadre.", "lang": "fr"}]}
                        """)
                .then()
                .statusCode(200);
        counter(ofInstitute, id, "{\"terms\": [{\"number\": \"1\", \"text\": \"Un cadre.\", \"lang\": \"fr\"}]}")
                .then()
                .statusCode(200)
                .body("revision", equalTo(3));

        as(ofInstitute)
                .get("/v1/conventions/{id}/revisions/2/diff?to=3", id)
                .then()
                .statusCode(200)
                .body("changes.pointer", contains("/terms/1:fr/text"))
                .body("changes[0].from", equalTo("Le cadre."))
                .body("changes[0].to", equalTo("Un cadre."));
        as(ofInstitute)
                .get("/v1/conventions/{id}/revisions/3/diff?to=1", id)
                .then()
                .body("changes.pointer", contains("/effectiveTo", "/terms"));
        var second = as(ofInstitute).get("/v1/conventions/{id}/revisions/2", id);
        assertThat(Canonical.sha256(second.path("canonicalForm"))).isEqualTo(second.path("digest.value"));
        assertThat(as(ofInstitute)
                        .get("/v1/conventions/{id}/revisions/2/canonical-form", id)
                        .asString())
                .isEqualTo(second.path("canonicalForm"));
        as(ofInstitute).get("/v1/conventions/{id}/revisions/4", id).then().statusCode(404);
        as(ofInstitute).get("/v1/conventions/{id}/revisions/0", id).then().statusCode(400);
        as(ofInstitute).get("/v1/conventions/{id}/revisions/1/diff", id).then().statusCode(400);
    }

    @Test
    void takes_an_approval_back_before_all_are_there_and_not_after() {
        var id = proposed();
        approve(ofInstitute, id, institute).then().statusCode(201);

        as(ofInstitute).delete("/v1/conventions/{id}/approvals", id).then().statusCode(428);
        takeBack(ofPartner, id, partner).then().statusCode(404);
        takeBack(ofPartner, id, institute).then().statusCode(403);
        takeBack(ofInstitute, id, institute).then().statusCode(200).body("approvals", empty());
        approve(ofInstitute, id, institute).then().statusCode(201);
        as(ofInstitute)
                .header("If-Match", "*")
                .delete("/v1/conventions/{id}/approvals", id)
                .then()
                .statusCode(200);
        approve(ofInstitute, id, institute).then().statusCode(201);
        approve(ofPartner, id, partner).then().statusCode(201);
        takeBack(ofInstitute, id, institute).then().statusCode(409);
    }

    @Test
    void takes_the_same_approval_twice_as_one() {
        var id = proposed();
        var version = approve(ofInstitute, id, institute).<Integer>path("version");

        approve(ofInstitute, id, institute)
                .then()
                .statusCode(201)
                .body("approvals", hasSize(1))
                .body("version", equalTo(version));
    }

    @Test
    void lets_nobody_approve_for_another() {
        var id = proposed();

        approve(ofInstitute, id, partner).then().statusCode(403);
        approve(ofInstitute, id, activeInstitute()).then().statusCode(400).body("errors.pointer", contains("/party"));
        approve(Tokens.auditor(), id, institute).then().statusCode(403);
        anonymous()
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/v1/conventions/{id}/approvals", id)
                .then()
                .statusCode(401);
        as(ofInstitute)
                .header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body("{\"party\": %s, \"digest\": \"x\"}".formatted(reference(institute)))
                .post("/v1/conventions/{id}/approvals", id)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/digest", "/revision"));
        approve(Tokens.networkAdmin(), id, partner).then().statusCode(201).body("approvals[0].recorded", equalTo(true));
    }

    @Test
    void rejects_with_a_reason_and_for_good() {
        var id = proposed();

        as(ofPartner)
                .header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body("{\"to\": \"REJECTED\"}")
                .post("/v1/conventions/{id}/transitions", id)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/reason"));
        move(ofPartner, id, "REJECTED")
                .then()
                .statusCode(200)
                .body("status", equalTo("REJECTED"))
                .body("availableTransitions", empty());
        approve(ofInstitute, id, institute, 1, "0".repeat(64)).then().statusCode(409);
        patch(
                        ofInstitute,
                        id,
                        "*",
                        "{\"contacts\": [{\"party\": %s, \"email\": \"a@example.org\"}]}"
                                .formatted(reference(institute)))
                .then()
                .statusCode(409);
    }

    @Test
    void names_what_is_wrong_with_a_counter_at_its_place() {
        var id = proposed();

        counter(ofPartner, id, "{\"effectiveTo\": \"soon\", \"contacts\": []}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/revision/contacts"));
        counter(ofPartner, id, "{\"effectiveTo\": \"soon\", \"kind\": \"HANDSHAKE\"}")
                .then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/revision/effectiveTo", "/revision/kind"));
        counter(ofPartner, id, "{\"kind\": \"FRAMEWORK\"}").then().statusCode(400);
        move(ofPartner, id, "PROPOSED").then().statusCode(409);
        counter(ofPartner, id, "{\"parties\": []}").then().statusCode(400);
    }

    @Test
    void changes_contacts_without_a_new_text() {
        var id = proposed();
        var digest = as(ofInstitute).get("/v1/conventions/{id}", id).<String>path("digest.value");

        patch(
                        ofInstitute,
                        id,
                        "*",
                        "{\"contacts\": [{\"party\": %s, \"email\": \"a@example.org\"}]}"
                                .formatted(reference(institute)))
                .then()
                .statusCode(200)
                .body("contacts", hasSize(1))
                .body("digest.value", equalTo(digest))
                .body("revision", equalTo(1));
    }

    @Test
    void shows_the_view_that_is_asked_for() {
        var id = proposed();

        as(ofInstitute).get("/v1/conventions/{id}?view=inForce", id).then().statusCode(404);
        as(ofInstitute).get("/v1/conventions/{id}?view=other", id).then().statusCode(400);
        as(ofInstitute).get("/v1/conventions/{id}?view=proposed", id).then().statusCode(200);
        as(Tokens.partner("p00000098"))
                .get("/v1/conventions/{id}?view=proposed", id)
                .then()
                .statusCode(404);
        var then = as(ofInstitute).get("/v1/conventions/{id}", id).<String>path("updatedAt");
        counter(ofPartner, id, OTHER_END).then().statusCode(200);
        as(ofPartner)
                .get("/v1/conventions/{id}?view=proposed&asOf={then}", id, then)
                .then()
                .statusCode(200)
                .body("revision", equalTo(1));
    }

    /** Whatever races whatever: an approved text is one that all approved, word for word. */
    @Test
    void never_lets_two_truths_arise_from_acts_at_once() throws Exception {
        var random = new Random(20261124);
        for (int round = 0; round < 12; round++) {
            var id = proposed();
            var before = as(ofInstitute).get("/v1/conventions/{id}", id);
            int revision = before.path("revision");
            String digest = before.path("digest.value");
            var acts = new ArrayList<Callable<Integer>>(List.of(
                    () -> approve(ofInstitute, id, institute, revision, digest).statusCode(),
                    () -> approve(ofPartner, id, partner, revision, digest).statusCode(),
                    () -> counter(ofPartner, id, OTHER_END).statusCode(),
                    () -> takeBack(ofInstitute, id, institute).statusCode(),
                    () -> move(ofInstitute, id, "WITHDRAWN").statusCode()));
            acts = new ArrayList<>(acts.subList(0, 3 + random.nextInt(3)));
            Collections.shuffle(acts, random);

            try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
                assertThat(clients.invokeAll(acts))
                        .extracting(Future::resultNow)
                        .allMatch(NegotiationTest::isAnswer);
            }

            checkIsOneTruth(id);
        }
    }

    private static boolean isAnswer(int status) {
        return List.of(200, 201, 404, 409).contains(status);
    }

    private void checkIsOneTruth(String id) {
        var now = as(ofInstitute).get("/v1/conventions/{id}", id);
        var revisions = as(ofInstitute).get("/v1/conventions/{id}/revisions", id);
        String digest = now.path("digest.value");
        assertThat(now.<List<String>>path("approvals.digest")).allMatch(digest::equals);
        if (now.path("status").equals("APPROVED")) {
            assertThat(now.<List<String>>path("approvals.party.id")).containsExactlyInAnyOrder(institute, partner);
        }
        assertThat(revisions.<List<String>>path("items.state"))
                .filteredOn(state -> state.equals("PROPOSED") || state.equals("AGREED"))
                .hasSize(now.path("proposedRevision") == null ? 0 : 1);
        for (int i = 0; i < revisions.<List<?>>path("items").size(); i++) {
            String own = revisions.path("items[" + i + "].digest.value");
            assertThat(revisions.<List<String>>path("items[" + i + "].approvals.digest"))
                    .allMatch(own::equals);
        }
    }

    private String proposed() {
        var id = drafted("Convention à négocier", institute, partner);
        move(ofInstitute, id, "PROPOSED").then().statusCode(200);
        return id;
    }

    private static Response takeBack(String token, String id, String party) {
        return as(token).header("If-Match", "*").delete("/v1/conventions/{id}/approvals/{p}", id, party);
    }
}
