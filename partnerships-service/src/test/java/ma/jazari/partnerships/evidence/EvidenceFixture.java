package ma.jazari.partnerships.evidence;

import static ma.jazari.partnerships.convention.ConventionFixture.approve;
import static ma.jazari.partnerships.convention.ConventionFixture.attach;
import static ma.jazari.partnerships.convention.ConventionFixture.body;
import static ma.jazari.partnerships.convention.ConventionFixture.draft;
import static ma.jazari.partnerships.convention.ConventionFixture.move;
import static ma.jazari.partnerships.convention.ConventionFixture.publishKey;
import static ma.jazari.partnerships.convention.ConventionFixture.reference;
import static ma.jazari.partnerships.convention.ConventionFixture.sign;
import static ma.jazari.partnerships.convention.ConventionFixture.signInInk;
import static ma.jazari.partnerships.convention.ConventionFixture.signatory;
import static ma.jazari.platform.test.Api.anonymous;
import static ma.jazari.platform.test.Api.as;

import io.restassured.response.Response;
import java.util.Map;
import ma.jazari.partnerships.partykey.Signer;
import ma.jazari.platform.test.Tokens;
import ma.jazari.platform.test.evidence.Bundle;
import org.jspecify.annotations.Nullable;

/** Conventions with something in every part of their evidence, and the bundles of it. */
final class EvidenceFixture {

    static final String CONTACT = "secret-contact@example.org";
    static final String PRIVATE_ANNEX = "annexe secrète.pdf";
    static final String PUBLIC_ANNEX = "annexe: plan \"A\".pdf";

    private EvidenceFixture() {}

    /** A draft with contacts, terms, and an annex for everybody and one for its parties. */
    static String drafted(String institute, String partner) {
        var token = Tokens.instituteAdmin(institute);
        var id = draft(
                        token,
                        body(
                                "Convention à prouver",
                                """
                                , "contacts": [{"party": %s, "email": "%s"}],
                                "terms": [{"number": "1", "text": "Objet : l'IA \\"souveraine\\".\\nالذكاء الاصطناعي 🎓", "lang": "fr"}]
                                """
                                        .formatted(reference(partner), CONTACT),
                                signatory(institute),
                                signatory(partner)))
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        attach(token, id, PUBLIC_ANNEX, "PUBLIC").then().statusCode(201);
        attach(token, id, PRIVATE_ANNEX, "PRIVATE").then().statusCode(201);
        return id;
    }

    /** The same, approved by both. */
    static String approved(String institute, String partner) {
        var id = drafted(institute, partner);
        move(Tokens.instituteAdmin(institute), id, "PROPOSED").then().statusCode(200);
        approve(Tokens.instituteAdmin(institute), id, institute).then().statusCode(201);
        approve(Tokens.partner(partner), id, partner).then().statusCode(201);
        return id;
    }

    /** The same in force: signed by the institute's key and by the partner in ink. */
    static String inForce(String institute, String partner, Signer signer) {
        var id = approved(institute, partner);
        publishKey(Tokens.instituteAdmin(institute), institute, signer);
        sign(Tokens.instituteAdmin(institute), id, institute, signer).then().statusCode(201);
        signInInk(id, partner).then().statusCode(201);
        return id;
    }

    /** Signs by a key with more in the signature's header. */
    static void signWith(String institute, String id, Signer signer, Map<String, Object> header) {
        var token = Tokens.instituteAdmin(institute);
        var text = as(token).get("/v1/conventions/{id}/revisions/1/canonical-form", id);
        var digest = as(token).get("/v1/conventions/{id}", id).<String>path("digest.value");
        sign(
                        token,
                        id,
                        """
                        {"party": %s, "revision": 1, "digest": "%s", "method": "JWS", "jws": "%s"}
                        """
                                .formatted(reference(institute), digest, signer.sign(text.asByteArray(), header)))
                .then()
                .statusCode(201);
    }

    /** @param token null for the public */
    static Response evidence(@Nullable String token, String id) {
        return (token == null ? anonymous() : as(token)).get("/v1/conventions/{id}/evidence", id);
    }

    static Bundle bundle(@Nullable String token, String id) {
        return Bundle.of(evidence(token, id).then().statusCode(200).extract().asByteArray());
    }
}
