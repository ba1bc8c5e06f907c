package ma.jazari.partnerships.convention;

import static java.util.concurrent.TimeUnit.SECONDS;
import static ma.jazari.partnerships.convention.ConventionFixture.approve;
import static ma.jazari.partnerships.convention.ConventionFixture.convention;
import static ma.jazari.partnerships.convention.ConventionFixture.drafted;
import static ma.jazari.partnerships.convention.ConventionFixture.inForce;
import static ma.jazari.partnerships.convention.ConventionFixture.move;
import static ma.jazari.partnerships.institutecopy.InstituteMessageFixture.PUBLIC;
import static ma.jazari.partnerships.institutecopy.InstituteMessageFixture.activeInstitute;
import static ma.jazari.partnerships.institutecopy.InstituteMessageFixture.merged;
import static ma.jazari.partnerships.institutecopy.InstituteMessageFixture.state;
import static ma.jazari.partnerships.partner.PartnerFixture.activePartner;
import static ma.jazari.platform.test.Api.anonymous;
import static ma.jazari.platform.test.Api.as;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import ma.jazari.platform.test.RealParts;
import ma.jazari.platform.test.Tokens;
import ma.jazari.platform.test.TopicReader;
import org.junit.jupiter.api.Test;

/** What happens around a convention, and what can be asked of it before it is there. */
@QuarkusTest
@WithTestResource(RealParts.class)
class ConventionNewsTest {

    @Test
    void marks_a_convention_whose_institute_is_suspended_until_it_is_active_again() {
        var institute = activeInstitute();
        var id = inForce("", institute, activePartner("Université attentive"));
        TopicReader.publish(PUBLIC, "institute.suspended", institute, state(institute, "SUSPENDED", 4));

        awaitAttention(id, "SUSPENDED");
        anonymous()
                .get("/v1/conventions/{id}", id)
                .then()
                .body("attention.party.id", contains(institute))
                .body("status", equalTo("IN_FORCE"));
        TopicReader.publish(PUBLIC, "institute.reactivated", institute, state(institute, "ACTIVE", 5));

        await().atMost(20, SECONDS).until(() -> attention(id).isEmpty());
        as(Tokens.auditor())
                .get("/v1/conventions/{id}/history?limit=200", id)
                .then()
                .body(
                        "items.findAll { it.type.contains('attention') }.type",
                        contains("convention.attention-raised", "convention.attention-cleared"));
    }

    @Test
    void marks_a_convention_whose_institute_was_merged() {
        var institute = activeInstitute();
        var successor = activeInstitute();
        var id = inForce("", institute, activePartner("Université héritée"));

        merged(institute, successor, 4);

        awaitAttention(id, "MERGED");
    }

    @Test
    void carries_the_conventions_of_a_merged_partner_over() {
        var institute = activeInstitute();
        var absorbed = activePartner("Université absorbée");
        var successor = activePartner("Université absorbante");
        var id = drafted("Convention reprise", institute, absorbed);
        move(Tokens.instituteAdmin(institute), id, "PROPOSED").then().statusCode(200);
        as(Tokens.networkAdmin())
                .contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body("{\"to\": \"MERGED\", \"successorId\": \"%s\", \"reason\": \"Fusion\"}".formatted(successor))
                .post("/v1/partners/{id}/transitions", absorbed)
                .then()
                .statusCode(200);

        as(Tokens.partner(successor))
                .get("/v1/conventions/{id}", id)
                .then()
                .statusCode(200)
                .body("parties[1].party.id", equalTo(absorbed))
                .body("parties[1].currentId", equalTo(successor));
        as(Tokens.partner(successor))
                .get("/v1/conventions?party={p}", successor)
                .then()
                .body("items.id", contains(id));
        approve(Tokens.partner(successor), id, absorbed).then().statusCode(201);
        awaitAttention(id, "MERGED");
    }

    @Test
    void says_all_that_is_wrong_before_anything_is_stored() {
        var institute = activeInstitute();
        var partner = activePartner("Université prudente");
        var token = Tokens.instituteAdmin(institute);
        var before =
                as(token).get("/v1/conventions?party={p}&total=true", partner).<Integer>path("total");

        validate(token, convention("Convention valable", institute, partner))
                .then()
                .statusCode(200)
                .body("errors", empty())
                .body("digest.value", matchesPattern("[0-9a-f]{64}"));
        validate(token, convention("Convention seule", institute, "p00000098").replace("\"SIGNATORY\"", "\"WITNESS\""))
                .then()
                .statusCode(200)
                .body("errors.pointer", contains("/parties/1", "/parties"));
        validate(token, "{\"titles\": [], \"kind\": \"X\"}")
                .then()
                .statusCode(200)
                .body("errors", hasSize(4))
                .body("$", not(hasKey("digest")));
        validate(token, "[]").then().statusCode(400);
        anonymous()
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/v1/conventions/validate")
                .then()
                .statusCode(401);
        as(token).get("/v1/conventions?party={p}&total=true", partner).then().body("total", equalTo(before));
    }

    @Test
    void is_renewed_when_all_give_their_word_and_not_when_one_takes_it_back() {
        var institute = activeInstitute();
        var partner = activePartner("Université fidèle");
        var id = inForce(
                """
                , "effectiveTo": "2030-02-28", "renewal": {"mode": "EXPLICIT", "times": 1, "months": 12}
                """,
                institute,
                partner);

        consent(Tokens.instituteAdmin(institute), id)
                .then()
                .statusCode(201)
                .body("awaiting.act", contains("CONSENT_TO_RENEWAL"));
        as(Tokens.instituteAdmin(institute))
                .header("If-Match", "*")
                .delete("/v1/conventions/{id}/consents/RENEWAL", id)
                .then()
                .statusCode(200)
                .body("$", not(hasKey("consents")));
        consent(Tokens.partner(partner), id).then().statusCode(201).body("endsOn", equalTo("2030-02-28"));
        consent(Tokens.instituteAdmin(institute), id)
                .then()
                .statusCode(201)
                .body("endsOn", equalTo("2031-02-28"))
                .body("renewals", equalTo(1));
        consent(Tokens.instituteAdmin(institute), id).then().statusCode(409);
        consent(Tokens.partner("p00000098"), id).then().statusCode(403);
    }

    private static Response consent(String token, String id) {
        return as(token)
                .contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body("{\"to\": \"RENEWAL\"}")
                .post("/v1/conventions/{id}/consents", id);
    }

    private static Response validate(String token, String body) {
        return as(token).contentType(ContentType.JSON).body(body).post("/v1/conventions/validate");
    }

    private static void awaitAttention(String id, String reason) {
        await().atMost(20, SECONDS).until(() -> attention(id).equals(List.of(reason)));
    }

    private static List<String> attention(String id) {
        return as(Tokens.networkAdmin()).get("/v1/conventions/{id}", id).path("attention.reason");
    }
}
