package ma.jazari.partnerships.sandbox;

import static java.util.concurrent.TimeUnit.SECONDS;
import static ma.jazari.partnerships.convention.ConventionFixture.approve;
import static ma.jazari.partnerships.convention.ConventionFixture.drafted;
import static ma.jazari.partnerships.convention.ConventionFixture.move;
import static ma.jazari.partnerships.convention.ConventionFixture.publishKey;
import static ma.jazari.partnerships.convention.ConventionFixture.sign;
import static ma.jazari.partnerships.institutecopy.InstituteMessageFixture.activeInstitute;
import static ma.jazari.platform.test.Api.anonymous;
import static ma.jazari.platform.test.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.function.Predicate;
import ma.jazari.partnerships.partykey.Signer;
import ma.jazari.platform.test.RealParts;
import ma.jazari.platform.test.Tokens;
import org.junit.jupiter.api.Test;

/** An integrator tries each path alone. */
@QuarkusTest
@WithTestResource(RealParts.class)
class CounterpartyTest {

    private final String institute = activeInstitute();
    private final String token = Tokens.instituteAdmin(institute);

    @Test
    void agrees_and_signs_with_one_that_accepts() {
        var partner = counterparty("ACCEPTS");
        var id = proposed(partner);
        var signer = Signer.es256("mine");
        publishKey(token, institute, signer);

        awaitApprovals(id, 1);
        approve(token, id, institute).then().statusCode(201).body("status", equalTo("APPROVED"));
        sign(token, id, institute, signer).then().statusCode(201);
        awaitConvention(id, answer -> answer.path("status").equals("IN_FORCE"));
        as(token)
                .get("/v1/sandbox/counterparty/{id}", partner)
                .then()
                .body("acts.act", contains("SIGN", "APPROVE"))
                .body("acts.status", contains(200, 200));
        move(token, id, "TERMINATED").then().statusCode(200);
        awaitConvention(id, answer -> answer.path("status").equals("TERMINATED"));
    }

    @Test
    void hears_a_counter_from_one_that_counters_and_then_its_approval() {
        var id = proposed(counterparty("COUNTERS"));

        awaitConvention(id, answer -> answer.<Integer>path("revision") == 2);
        awaitApprovals(id, 1);
        approve(token, id, institute).then().statusCode(201).body("status", equalTo("APPROVED"));
    }

    @Test
    void is_rejected_by_one_that_rejects() {
        var id = proposed(counterparty("REJECTS"));

        awaitConvention(id, answer -> answer.path("status").equals("REJECTED"));
    }

    @Test
    void sees_one_approval_from_one_that_repeats_itself() {
        var partner = counterparty("REPEATS");
        var id = proposed(partner);

        awaitApprovals(id, 1);
        await().atMost(20, SECONDS).until(() -> acts(partner).size() == 2);
        as(token).get("/v1/conventions/{id}", id).then().body("approvals.party.id", contains(partner));
    }

    @Test
    void sees_a_stale_digest_refused_before_the_approval() {
        var partner = counterparty("STALE");
        var id = proposed(partner);

        awaitApprovals(id, 1);
        as(token)
                .get("/v1/sandbox/counterparty/{id}", partner)
                .then()
                .body("acts.act", contains("APPROVE", "APPROVE_BY_A_WRONG_DIGEST"))
                .body("acts.status", contains(200, 409));
    }

    @Test
    void waits_in_vain_for_one_that_is_silent() {
        var silent = counterparty("SILENT");
        var id = proposed(silent);
        // By the time that this one has answered, the silent one could have, too.
        awaitApprovals(proposed(counterparty("ACCEPTS")), 1);

        assertThat(acts(silent)).isEmpty();
        as(token).get("/v1/conventions/{id}", id).then().body("approvals", empty());
    }

    @Test
    void needs_a_token_and_a_known_behaviour() {
        anonymous()
                .contentType(ContentType.JSON)
                .body("{\"behaviour\": \"ACCEPTS\"}")
                .post("/v1/sandbox/counterparty")
                .then()
                .statusCode(401);
        as(token)
                .contentType(ContentType.JSON)
                .body("{\"behaviour\": \"DANCES\"}")
                .post("/v1/sandbox/counterparty")
                .then()
                .statusCode(400);
        as(token).get("/v1/sandbox/counterparty/p00000098").then().statusCode(404);
    }

    private String counterparty(String behaviour) {
        return as(token)
                .contentType(ContentType.JSON)
                .body("{\"behaviour\": \"%s\"}".formatted(behaviour))
                .post("/v1/sandbox/counterparty")
                .then()
                .statusCode(201)
                .extract()
                .path("partnerId");
    }

    private String proposed(String partner) {
        var id = drafted("Convention d'essai", institute, partner);
        move(token, id, "PROPOSED").then().statusCode(200);
        return id;
    }

    private List<String> acts(String partner) {
        return as(token).get("/v1/sandbox/counterparty/{id}", partner).path("acts.act");
    }

    private void awaitApprovals(String id, int number) {
        awaitConvention(id, answer -> answer.<List<?>>path("approvals").size() == number);
    }

    private void awaitConvention(String id, Predicate<Response> reached) {
        await().atMost(20, SECONDS).until(() -> reached.test(as(token).get("/v1/conventions/{id}", id)));
    }
}
