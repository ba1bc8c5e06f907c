package ma.jazari.partnerships.convention;

import static java.util.concurrent.TimeUnit.SECONDS;
import static ma.jazari.partnerships.convention.ConventionFixture.approve;
import static ma.jazari.partnerships.convention.ConventionFixture.attach;
import static ma.jazari.partnerships.convention.ConventionFixture.body;
import static ma.jazari.partnerships.convention.ConventionFixture.draft;
import static ma.jazari.partnerships.convention.ConventionFixture.drafted;
import static ma.jazari.partnerships.convention.ConventionFixture.inForce;
import static ma.jazari.partnerships.convention.ConventionFixture.move;
import static ma.jazari.partnerships.convention.ConventionFixture.moveClock;
import static ma.jazari.partnerships.convention.ConventionFixture.patch;
import static ma.jazari.partnerships.convention.ConventionFixture.publishKey;
import static ma.jazari.partnerships.convention.ConventionFixture.reference;
import static ma.jazari.partnerships.convention.ConventionFixture.sign;
import static ma.jazari.partnerships.convention.ConventionFixture.signInInk;
import static ma.jazari.partnerships.convention.ConventionFixture.signatory;
import static ma.jazari.partnerships.institutecopy.InstituteMessageFixture.activeInstitute;
import static ma.jazari.partnerships.partner.PartnerFixture.activePartner;
import static ma.jazari.platform.test.Api.anonymous;
import static ma.jazari.platform.test.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import ma.jazari.partnerships.deadline.DeadlineRound;
import ma.jazari.partnerships.lifecycle.ConventionMove;
import ma.jazari.partnerships.lifecycle.ConventionStatus;
import ma.jazari.partnerships.partykey.Signer;
import ma.jazari.platform.changelog.Canonical;
import ma.jazari.platform.test.Feed;
import ma.jazari.platform.test.MessageSchema;
import ma.jazari.platform.test.RealParts;
import ma.jazari.platform.test.Tokens;
import ma.jazari.platform.test.TopicReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Conventions from their signatures to their end. */
@QuarkusTest
@WithTestResource(RealParts.class)
class ConventionLifeTest {

    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    @Inject
    DeadlineRound round;

    @Inject
    DataSource database;

    private String institute;
    private String partner;
    private String ofInstitute;
    private String ofPartner;

    @BeforeEach
    void two_parties() {
        institute = activeInstitute();
        partner = activePartner("Université signataire");
        ofInstitute = Tokens.instituteAdmin(institute);
        ofPartner = Tokens.partner(partner);
    }

    @AfterEach
    void puts_the_clock_right() {
        moveClock(0);
    }

    @Test
    void is_signed_by_key_and_in_ink_and_enters_into_force_on_its_day() {
        var id = approved(", \"effectiveFrom\": \"%s\"".formatted(today.plusDays(3)));
        var signer = Signer.edDsa("2026-1");
        publishKey(ofInstitute, institute, signer);

        sign(ofInstitute, id, institute, signer)
                .then()
                .statusCode(201)
                .body("status", equalTo("APPROVED"))
                .body("signatures[0].kid", equalTo("2026-1"))
                .body("signatures[0].algorithm", equalTo("EdDSA"))
                .body("awaiting.party.id", contains(partner));
        signInInk(id, partner).then().statusCode(201).body("status", equalTo("SIGNED"));
        anonymous().get("/v1/conventions/{id}", id).then().statusCode(404);
        as(ofPartner)
                .get("/v1/deadlines?convention={id}", id)
                .then()
                .body("items.kind", contains("EFFECTIVE"))
                .body("items[0].daysLeft", equalTo(3));
        moveClock(2);
        as(ofPartner).get("/v1/conventions/{id}", id).then().body("status", equalTo("SIGNED"));
        moveClock(3);

        anonymous()
                .get("/v1/conventions/{id}?view=inForce", id)
                .then()
                .statusCode(200)
                .body("status", equalTo("IN_FORCE"))
                .body("inForceRevision", equalTo(1))
                .body("inForceSince", equalTo(today.plusDays(3).toString()))
                .body("$", not(hasKey("proposedRevision")))
                .body("approvals", hasSize(2))
                .body("approvals[0]", not(hasKey("by")))
                .body("signatures", hasSize(2))
                .body("attachments", empty())
                .body("$", not(hasKey("awaiting")));
        anonymous().get("/v1/conventions/{id}/revisions", id).then().body("items.state", contains("IN_FORCE"));
    }

    @Test
    void refuses_signatures_that_prove_nothing() {
        var id = approved("");
        var signer = Signer.es256("good");
        publishKey(ofInstitute, institute, signer);
        var digest = as(ofInstitute).get("/v1/conventions/{id}", id).<String>path("digest.value");
        var form = "{\"party\": %s, \"revision\": 1, \"digest\": \"%s\", \"method\": \"JWS\", \"jws\": \"%s\"}";

        sign(ofInstitute, id, form.formatted(reference(institute), digest, signer.sign(new byte[] {1})))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/jws"));
        sign(ofInstitute, id, institute, Signer.es256("unpublished"))
                .then()
                .statusCode(400)
                .body("errors[0].detail", containsString("unpublished"));
        sign(ofPartner, id, form.formatted(reference(institute), digest, "x"))
                .then()
                .statusCode(403);
        sign(ofInstitute, id, form.formatted(reference(institute), "0".repeat(64), "x"))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/stale-digest"));
        sign(
                        ofInstitute,
                        id,
                        "{\"party\": %s, \"revision\": 1, \"digest\": \"%s\", \"method\": \"WET_INK\"}"
                                .formatted(reference(institute), digest))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/attachmentId", "/signedOn"));
        sign(Tokens.networkAdmin(), id, form.formatted(reference(institute), digest, "x"))
                .then()
                .statusCode(403);
        var draft = drafted("Convention non approuvée", institute, partner);
        sign(ofInstitute, draft, form.formatted(reference(institute), digest, "x"))
                .then()
                .statusCode(409);
    }

    @Test
    void tells_everybody_from_the_day_it_is_in_force() {
        var id = inForce("", institute, partner);

        var messages = await().until(() -> TopicReader.messages("jazari.conventions", id), found -> !found.isEmpty());

        assertThat(messages)
                .extracting(message -> TopicReader.header(message, "ce_type").orElse(""))
                .containsExactly("ma.jazari.convention.entered-into-force.v1");
        assertThat(messages).allSatisfy(message -> assertThat(MessageSchema.violations(message))
                .isEmpty());
        anonymous()
                .get("/v1/conventions/{id}/history", id)
                .then()
                .body("items.type", contains("convention.entered-into-force"));
    }

    @Test
    void negotiates_an_amendment_behind_what_is_in_force() {
        var since = Feed.end();
        var id = inForce(", \"effectiveTo\": \"%s\"".formatted(today.plusYears(1)), institute, partner);
        var version = anonymous().get("/v1/conventions/{id}", id).<Integer>path("version");

        var amendment = amend(ofPartner, id, "{\"effectiveTo\": \"%s\"}".formatted(today.plusYears(5)));

        amendment
                .then()
                .statusCode(201)
                .body("revision", equalTo(2))
                .body("status", equalTo("IN_FORCE"))
                .body("proposedRevision", equalTo(2))
                .body("inForceRevision", equalTo(1))
                .body("awaiting.revision", contains(2, 2));
        anonymous()
                .get("/v1/conventions/{id}", id)
                .then()
                .body("revision", equalTo(1))
                .body("$", not(hasKey("proposedRevision")))
                .body("effectiveTo", equalTo(today.plusYears(1).toString()));
        anonymous().get("/v1/conventions/{id}?view=proposed", id).then().statusCode(404);
        anonymous().get("/v1/conventions/{id}/revisions/2", id).then().statusCode(404);
        anonymous().get("/v1/conventions/{id}/revisions/1/diff?to=2", id).then().statusCode(404);
        anonymous()
                .get("/v1/conventions/{id}?asOf=2100-01-01", id)
                .then()
                .statusCode(200)
                .body("version", equalTo(version));
        assertThat(Feed.walk(null, since, "convention.*", "items.type")).noneMatch(type -> type.contains("amendment"));
        approve(ofInstitute, id, institute).then().statusCode(201);
        approve(ofPartner, id, partner)
                .then()
                .statusCode(201)
                .body("revision", equalTo(2))
                .body("inForceRevision", equalTo(2))
                .body("endsOn", equalTo(today.plusYears(5).toString()));
        anonymous()
                .get("/v1/conventions/{id}/revisions", id)
                .then()
                .body("items.state", contains("REPLACED", "IN_FORCE"));
        anonymous()
                .get("/v1/conventions/{id}/revisions/1/diff?to=2", id)
                .then()
                .body("changes.pointer", contains("/effectiveTo"));
    }

    @Test
    void drops_an_amendment_that_is_rejected_or_withdrawn() {
        var id = inForce("", institute, partner);
        amend(ofPartner, id, "{\"kind\": \"SPECIFIC\"}").then().statusCode(201);

        end(ofInstitute, id, 2, "{\"to\": \"REJECTED\"}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/reason"));
        end(ofInstitute, id, 1, "{\"to\": \"WITHDRAWN\"}").then().statusCode(409);
        end(ofInstitute, id, 2, "{\"to\": \"REJECTED\", \"reason\": \"Non\"}")
                .then()
                .statusCode(200)
                .body("status", equalTo("IN_FORCE"))
                .body("$", not(hasKey("proposedRevision")));
        amend(ofPartner, id, "{\"kind\": \"SPECIFIC\"}").then().body("revision", equalTo(3));
        as(ofPartner)
                .get("/v1/conventions/{id}/revisions", id)
                .then()
                .body("items.state", contains("IN_FORCE", "REJECTED", "PROPOSED"));
    }

    @Test
    void gives_notice_and_takes_it_back_and_ends_when_it_is_over() {
        var id = inForce(", \"renewal\": {\"mode\": \"EXPLICIT\", \"noticeDays\": 30}", institute, partner);

        move(ofPartner, id, "TERMINATION_NOTICED")
                .then()
                .statusCode(200)
                .body("notice.party.id", equalTo(partner))
                .body("notice.terminatesOn", equalTo(today.plusDays(30).toString()));
        move(ofInstitute, id, "IN_FORCE").then().statusCode(409).body("allowed", empty());
        move(ofPartner, id, "IN_FORCE").then().statusCode(200).body("notice", nullValue());
        move(ofPartner, id, "TERMINATION_NOTICED").then().statusCode(200);
        moveClock(29);
        as(ofPartner).get("/v1/conventions/{id}", id).then().body("status", equalTo("TERMINATION_NOTICED"));
        moveClock(30);

        anonymous()
                .get("/v1/conventions/{id}", id)
                .then()
                .body("status", equalTo("TERMINATED"))
                .body("endedOn", equalTo(today.plusDays(30).toString()));
        anonymous().get("/v1/conventions/{id}/revisions", id).then().body("items.state", contains("ENDED"));
        as(ofPartner).get("/v1/deadlines?convention={id}", id).then().body("items", empty());
    }

    @Test
    void ends_when_all_agree_and_tells_nobody_else_before() {
        var id = inForce("", institute, partner);

        move(ofInstitute, id, "TERMINATED")
                .then()
                .statusCode(200)
                .body("status", equalTo("IN_FORCE"))
                .body("consents.party.id", contains(institute))
                .body("awaiting.act", contains("CONSENT_TO_TERMINATION"));
        anonymous().get("/v1/conventions/{id}", id).then().body("$", not(hasKey("consents")));
        move(ofPartner, id, "TERMINATED").then().statusCode(200).body("status", equalTo("TERMINATED"));
    }

    @Test
    void tracks_what_is_owed() {
        var id = inForce(
                """
                , "obligations": [{"key": "lab", "party": %1$s, "deliverable": "Laboratoire", "due": "%2$s"},
                                  {"key": "report", "party": %1$s, "deliverable": "Rapport", "due": "%3$s"}]
                """
                        .formatted(reference(institute), today.plusDays(60), today.plusDays(90)),
                institute,
                partner);
        anonymous().get("/v1/conventions/{id}", id).then().body("health", equalTo("ON_TRACK"));
        as(ofInstitute)
                .get("/v1/deadlines?party={p}&kind=OBLIGATION", institute)
                .then()
                .body("items.obligation", contains("lab", "report"));

        moveClock(30);
        anonymous().get("/v1/conventions/{id}", id).then().body("health", equalTo("AT_RISK"));
        moveClock(61);
        anonymous()
                .get("/v1/conventions/{id}/obligations", id)
                .then()
                .body("items.state", contains("LAPSED", "PENDING"));
        anonymous().get("/v1/conventions/{id}", id).then().body("health", equalTo("BREACHED"));
        settle(ofPartner, id, "lab", "{\"to\": \"FULFILLED\", \"evidence\": {\"note\": \"Ouvert\"}}")
                .then()
                .statusCode(403);
        settle(ofInstitute, id, "lab", "{\"to\": \"FULFILLED\"}").then().statusCode(400);
        settle(ofInstitute, id, "lab", "{\"to\": \"WAIVED\", \"reason\": \"Non\"}")
                .then()
                .statusCode(403);
        settle(ofInstitute, id, "none", "{\"to\": \"WAIVED\", \"reason\": \"Non\"}")
                .then()
                .statusCode(404);
        settle(ofInstitute, id, "lab", "{\"to\": \"FULFILLED\", \"evidence\": {\"url\": \"https://example.org/lab\"}}")
                .then()
                .statusCode(200)
                .body("health", equalTo("AT_RISK"))
                .body("obligations[0].settledBy.id", equalTo(institute));
        settle(ofPartner, id, "report", "{\"to\": \"WAIVED\", \"reason\": \"Inutile\"}")
                .then()
                .statusCode(200)
                .body("health", equalTo("ON_TRACK"));
        settle(ofPartner, id, "report", "{\"to\": \"WAIVED\", \"reason\": \"Encore\"}")
                .then()
                .statusCode(409);
    }

    @Test
    void keeps_files_from_those_who_may_not_read_them() {
        var id = drafted("Convention à annexes", institute, partner);
        var digest = as(ofInstitute).get("/v1/conventions/{id}", id).<String>path("digest.value");

        var open = attach(ofInstitute, id, "annexe.pdf", "PUBLIC");
        open.then().statusCode(201).body("purpose", equalTo("ANNEX"));
        var hidden = attach(ofPartner, id, "budget.pdf", "PRIVATE").<String>path("id");
        as(ofInstitute)
                .get("/v1/conventions/{id}", id)
                .then()
                .body("annexes", hasSize(2))
                .body("annexes", hasItem(open.<String>path("digest")))
                .body("digest.value", not(equalTo(digest)))
                .body("attachments.name", contains("annexe.pdf", "budget.pdf"));
        patch(ofInstitute, id, "*", "{\"annexes\": [\"%s\"]}".formatted("0".repeat(64)))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/annexes/0"));
        move(ofInstitute, id, "PROPOSED").then().statusCode(200);
        ConventionFixture.agree(id, institute, partner);

        var bytes = anonymous()
                .get("/v1/conventions/{id}/attachments/{a}", id, open.<String>path("id"))
                .then()
                .statusCode(200)
                .header("Content-Type", "application/pdf")
                .header("Content-Disposition", containsString("annexe.pdf"))
                .extract()
                .asString();
        assertThat(Canonical.sha256(bytes)).isEqualTo(open.path("digest"));
        anonymous()
                .get("/v1/conventions/{id}/attachments/{a}", id, hidden)
                .then()
                .statusCode(404);
        anonymous().get("/v1/conventions/{id}/attachments", id).then().body("items.name", contains("annexe.pdf"));
        as(ofInstitute)
                .get("/v1/conventions/{id}/attachments/{a}", id, hidden)
                .then()
                .statusCode(200);
    }

    @Test
    void refuses_files_from_strangers_and_of_other_kinds() {
        var id = drafted("Convention fermée", institute, partner);

        attach(Tokens.partner("p00000098"), id, "x.pdf", "PUBLIC").then().statusCode(404);
        attach(Tokens.auditor(), id, "x.pdf", "PUBLIC").then().statusCode(403);
        attach(ofInstitute, id, "../x.pdf", "PUBLIC").then().statusCode(400);
        attach(ofInstitute, id, "x.pdf", "SECRET").then().statusCode(400);
        as(ofInstitute)
                .contentType("text/html")
                .header("If-Match", "*")
                .body("<p>".getBytes(StandardCharsets.US_ASCII))
                .post("/v1/conventions/{id}/attachments?name=x", id)
                .then()
                .statusCode(415);
        as(ofInstitute)
                .contentType("application/pdf")
                .body("%PDF-1.7".getBytes(StandardCharsets.US_ASCII))
                .post("/v1/conventions/{id}/attachments?name=x", id)
                .then()
                .statusCode(428);
        as(ofInstitute)
                .contentType("image/png")
                .header("If-Match", "*")
                .body("%PDF-1.7 %%EOF".getBytes(StandardCharsets.US_ASCII))
                .post("/v1/conventions/{id}/attachments?name=x", id)
                .then()
                .statusCode(400);
    }

    @Test
    void lets_an_invited_organisation_see_its_amendment_and_nothing_before_it() {
        var invited = activePartner("Université invitée");
        var ofInvited = Tokens.partner(invited);
        var since = Feed.end();
        var id = inForce("", institute, partner);
        amend(ofPartner, id, "{\"kind\": \"SPECIFIC\"}").then().statusCode(201);
        amend(
                        ofInstitute,
                        id,
                        "{\"parties\": [%s, %s, %s]}"
                                .formatted(signatory(institute), signatory(partner), signatory(invited)))
                .then()
                .statusCode(201)
                .body("revision", equalTo(3));

        as(ofInvited)
                .get("/v1/conventions/{id}?view=proposed", id)
                .then()
                .statusCode(200)
                .body("revision", equalTo(3));
        as(ofInvited)
                .get("/v1/conventions/{id}/revisions", id)
                .then()
                .body("items.revision", contains(1, 3))
                .body("items[0].approvals[0]", not(hasKey("by")));
        as(ofInvited).get("/v1/conventions/{id}/revisions/2", id).then().statusCode(404);
        patch(
                        ofInvited,
                        id,
                        "*",
                        "{\"contacts\": [{\"party\": %s, \"email\": \"x@example.org\"}]}"
                                .formatted(reference(institute)))
                .then()
                .statusCode(403);
        attach(ofInvited, id, "x.pdf", "PUBLIC").then().statusCode(403);
        end(ofInstitute, id, 3, "{\"to\": \"WITHDRAWN\"}").then().statusCode(200);
        await().atMost(20, SECONDS).until(() -> Feed.subjects(ofInvited, since, "convention.amendment-withdrawn")
                .contains(id));
        as(ofInvited).get("/v1/conventions/{id}?view=proposed", id).then().statusCode(404);
    }

    @Test
    void shows_an_annex_with_the_text_that_has_it_and_not_before() {
        var id = inForce("", institute, partner);
        var annex = as(ofInstitute)
                .contentType("application/pdf")
                .header("If-Match", "*")
                .body("%PDF-1.7 annex %%EOF".getBytes(StandardCharsets.US_ASCII))
                .post("/v1/conventions/{id}/attachments?name=a.pdf&visibility=PUBLIC&purpose=ANNEX", id);
        String file = annex.then().statusCode(201).extract().path("id");

        anonymous().get("/v1/conventions/{id}/attachments/{a}", id, file).then().statusCode(404);
        as(ofPartner)
                .get("/v1/conventions/{id}/attachments/{a}", id, file)
                .then()
                .statusCode(200);
        amend(ofInstitute, id, "{\"annexes\": [\"%s\"]}".formatted(annex.<String>path("digest")))
                .then()
                .statusCode(201);
        anonymous().get("/v1/conventions/{id}/attachments", id).then().body("items", empty());
        approve(ofInstitute, id, institute).then().statusCode(201);
        approve(ofPartner, id, partner).then().statusCode(201);
        var tag = anonymous()
                .get("/v1/conventions/{id}/attachments/{a}", id, file)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
        anonymous()
                .header("If-None-Match", tag)
                .get("/v1/conventions/{id}/attachments/{a}", id, file)
                .then()
                .statusCode(304);
    }

    @Test
    void refuses_days_that_no_calendar_has_and_another_text_under_a_used_key() {
        draft(
                        ofInstitute,
                        body(
                                "Convention",
                                ", \"effectiveTo\": \"+999999999-12-31\"",
                                signatory(institute),
                                signatory(partner)))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/effectiveTo"));
        as(ofInstitute)
                .queryParam("from", "+6000000-01-01")
                .get("/v1/deadlines")
                .then()
                .statusCode(400);
        var id = inForce("", institute, partner);
        for (int year : new int[] {2035, 2036}) {
            as(ofInstitute)
                    .contentType(ContentType.JSON)
                    .header("If-Match", "*")
                    .header("Idempotency-Key", "\"amend-" + id + "\"")
                    .body("{\"effectiveTo\": \"%d-01-01\"}".formatted(year))
                    .post("/v1/conventions/{id}/revisions", id)
                    .then()
                    .statusCode(year == 2035 ? 201 : 422);
        }
    }

    @Test
    void acts_on_what_a_day_has_brought_though_the_scheduler_has_not_come_yet() throws Exception {
        var id = inForce(", \"effectiveTo\": \"%s\"".formatted(today.plusDays(10)), institute, partner);
        try (var connection = database.getConnection();
                var clock = connection.createStatement()) {
            clock.executeUpdate("update moved_clock set days = 11");
        }

        move(ofInstitute, id, "SUSPENDED").then().statusCode(409).body("allowed", empty());
    }

    /** All replicas at once: what a day brings comes to pass once. */
    @Test
    void carries_out_once_what_is_due_however_many_look() throws Exception {
        var id = inForce(", \"effectiveTo\": \"%s\"".formatted(today.plusDays(10)), institute, partner);
        try (var replicas = Executors.newVirtualThreadPerTaskExecutor();
                var connection = database.getConnection();
                var clock = connection.createStatement()) {
            clock.executeUpdate("update moved_clock set days = 11");
            replicas.invokeAll(Collections.nCopies(8, Executors.callable(round::run)));
        }

        assertThat(as(Tokens.auditor())
                        .get("/v1/conventions/{id}/history?limit=200", id)
                        .<List<String>>path("items.type"))
                .endsWith("convention.expiring", "convention.expired")
                .filteredOn(type -> type.equals("convention.expired"))
                .hasSize(1);
    }

    /** The table says what is refused; and each refusal says what is open. */
    @ParameterizedTest
    @EnumSource(ConventionStatus.class)
    void refuses_each_move_that_is_not_in_the_table_and_names_those_that_are(ConventionStatus from) {
        var id = in(from);
        var askedFor = ConventionMove.from(from).stream()
                .filter(ConventionMove::isAskedFor)
                .map(ConventionMove::to)
                .distinct()
                .map(Enum::name)
                .toList();
        var open = as(Tokens.networkAdmin()).get("/v1/conventions/{id}", id).<List<String>>path("availableTransitions");
        assertThat(open).containsExactlyInAnyOrderElementsOf(askedFor);

        Stream.of(ConventionStatus.values())
                .filter(to -> !open.contains(to.name()))
                .forEach(to -> move(Tokens.networkAdmin(), id, to.name())
                        .then()
                        .statusCode(409)
                        .body("type", equalTo("/problems/move-not-allowed"))
                        .body("allowed", equalTo(open.stream().toList())));
    }

    private String in(ConventionStatus status) {
        return switch (status) {
            case DRAFT -> drafted("Convention", institute, partner);
            case PROPOSED -> proposed("");
            case APPROVED -> approved("");
            case SIGNED -> {
                var id = proposed(", \"effectiveFrom\": \"%s\"".formatted(today.plusYears(1)));
                ConventionFixture.agree(id, institute, partner);
                yield id;
            }
            case IN_FORCE -> inForce("", institute, partner);
            case SUSPENDED, TERMINATION_NOTICED -> moved(inForce("", institute, partner), ofPartner, status);
            case TERMINATED -> moved(inForce("", institute, partner), Tokens.networkAdmin(), status);
            case EXPIRED -> inForce(", \"effectiveTo\": \"2026-01-31\"", institute, partner);
            case REJECTED -> moved(proposed(""), ofPartner, status);
            case WITHDRAWN -> moved(proposed(""), ofInstitute, status);
        };
    }

    private static String moved(String id, String token, ConventionStatus to) {
        move(token, id, to.name()).then().statusCode(200).body("status", equalTo(to.name()));
        return id;
    }

    private String proposed(String more) {
        var id = draft(ofInstitute, body("Convention", more, signatory(institute), signatory(partner)))
                .<String>path("id");
        move(ofInstitute, id, "PROPOSED").then().statusCode(200);
        return id;
    }

    private String approved(String more) {
        var id = proposed(more);
        approve(ofInstitute, id, institute).then().statusCode(201);
        approve(ofPartner, id, partner).then().statusCode(201).body("status", equalTo("APPROVED"));
        return id;
    }

    private static Response amend(String token, String id, String changes) {
        return as(token)
                .contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body(changes)
                .post("/v1/conventions/{id}/revisions", id);
    }

    private static Response end(String token, String id, int revision, String body) {
        return as(token)
                .contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body(body)
                .post("/v1/conventions/{id}/revisions/{n}/transitions", id, revision);
    }

    private static Response settle(String token, String id, String key, String body) {
        return as(token)
                .contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body(body)
                .post("/v1/conventions/{id}/obligations/{key}/transitions", id, key);
    }
}
