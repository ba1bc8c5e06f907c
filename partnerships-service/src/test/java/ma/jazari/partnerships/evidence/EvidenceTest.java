package ma.jazari.partnerships.evidence;

import static java.util.stream.Collectors.joining;
import static ma.jazari.partnerships.convention.ConventionFixture.approve;
import static ma.jazari.partnerships.convention.ConventionFixture.move;
import static ma.jazari.partnerships.convention.ConventionFixture.publishKey;
import static ma.jazari.partnerships.convention.ConventionFixture.sign;
import static ma.jazari.partnerships.convention.ConventionFixture.signInInk;
import static ma.jazari.partnerships.evidence.EvidenceFixture.CONTACT;
import static ma.jazari.partnerships.evidence.EvidenceFixture.PRIVATE_ANNEX;
import static ma.jazari.partnerships.evidence.EvidenceFixture.approved;
import static ma.jazari.partnerships.evidence.EvidenceFixture.bundle;
import static ma.jazari.partnerships.evidence.EvidenceFixture.drafted;
import static ma.jazari.partnerships.evidence.EvidenceFixture.evidence;
import static ma.jazari.partnerships.evidence.EvidenceFixture.inForce;
import static ma.jazari.partnerships.evidence.EvidenceFixture.signWith;
import static ma.jazari.partnerships.institutecopy.InstituteMessageFixture.activeInstitute;
import static ma.jazari.partnerships.institutecopy.InstituteMessageFixture.merged;
import static ma.jazari.partnerships.partner.PartnerFixture.activePartner;
import static ma.jazari.platform.test.Api.MERGE_PATCH;
import static ma.jazari.platform.test.Api.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import ma.jazari.partnerships.partykey.Signer;
import ma.jazari.platform.test.RealParts;
import ma.jazari.platform.test.Tokens;
import ma.jazari.platform.test.evidence.Bundle;
import ma.jazari.platform.test.evidence.EvidenceCheck;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Evidence bundles, verified by what they say of themselves. */
@QuarkusTest
@WithTestResource(RealParts.class)
class EvidenceTest {

    private String institute;
    private String partner;
    private String ofInstitute;
    private String ofPartner;

    @BeforeEach
    void two_parties() {
        institute = activeInstitute();
        partner = activePartner("Université de preuve");
        ofInstitute = Tokens.instituteAdmin(institute);
        ofPartner = Tokens.partner(partner);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ES256", "EdDSA", "PS256"})
    void holds_for_its_parties_with_all_that_they_may_see(String algorithm) throws Exception {
        var id = inForce(institute, partner, signer(algorithm));

        var bundle = bundle(ofPartner, id);

        assertThat(EvidenceCheck.faults(bundle)).isEmpty();
        assertThat(bundle.names())
                .containsExactly(
                        "canonical-form.json",
                        "digest.txt",
                        "convention.json",
                        "approvals.json",
                        "signatures.json",
                        "signatures/" + institute + ".jws",
                        "keys/" + institute + "-urn_key_1.pem",
                        "keys/" + institute + ".jwks.json",
                        "attachments/annexe_ plan _A_.pdf",
                        "attachments/" + PRIVATE_ANNEX,
                        "attachments/signed.pdf",
                        "history.ndjson",
                        "README.md",
                        "verify.py",
                        "manifest.json");
        assertThat(bundle.text("approvals.json")).contains("institute-admin", "partner-system");
        assertThat(bundle.text("convention.json")).contains(CONTACT);
        assertThat(bundle.manifest().at("/history/complete").asBoolean()).isTrue();
        assertThat(bundle.text("README.md"))
                .contains("complete: all ", "**Convention à prouver**", "IN_FORCE", "not for everybody")
                .doesNotContain("{code}", "{history}");
    }

    @Test
    void is_the_text_and_the_files_word_for_word() throws Exception {
        var id = inForce(institute, partner, signer("ES256"));

        var bundle = bundle(ofInstitute, id);

        assertThat(bundle.bytes("canonical-form.json"))
                .isEqualTo(as(ofInstitute)
                        .get("/v1/conventions/{id}/revisions/1/canonical-form", id)
                        .asByteArray());
        for (var attached : bundle.json("convention.json").get("attachments")) {
            var file = as(ofInstitute)
                    .get(
                            "/v1/conventions/{id}/attachments/{a}",
                            id,
                            attached.get("id").asText())
                    .asByteArray();
            assertThat(bundle.files().values()).anyMatch(bytes -> Arrays.equals(bytes, file));
        }
        assertThat(bundle.text("history.ndjson").lines())
                .hasSize(bundle.manifest().get("version").asInt());
    }

    @Test
    void holds_for_everybody_without_what_is_not_public() throws Exception {
        var id = inForce(institute, partner, signer("EdDSA"));

        var answer = evidence(null, id);
        var bundle = Bundle.of(answer.asByteArray());

        assertThat(answer.getHeader("Content-Type")).isEqualTo("application/zip");
        assertThat(answer.getHeader("Cache-Control")).isEqualTo("private, no-store");
        assertThat(answer.getHeader("Content-Disposition"))
                .matches("attachment; filename=\"CNV-[0-9]{4}-[0-9]{5}-r1-evidence[.]zip\"");
        assertThat(EvidenceCheck.faults(bundle)).isEmpty();
        assertThat(bundle.names())
                .contains("attachments/annexe_ plan _A_.pdf", "signatures/" + institute + ".jws")
                .doesNotContain("attachments/signed.pdf", "attachments/" + PRIVATE_ANNEX);
        var all = bundle.names().stream()
                // Which speak of such things.
                .filter(name -> !List.of("README.md", "verify.py").contains(name))
                .map(name -> name + bundle.text(name))
                .collect(joining("\n"));
        assertThat(all)
                .doesNotContain(CONTACT, PRIVATE_ANNEX, "signed.pdf", "institute-admin", "partner-system", "root-admin")
                .doesNotContain("\"by\"", "privateChanges\"", "\"email\"");
        assertThat(bundle.manifest().get("audience").asText()).isEqualTo("PUBLIC");
        assertThat(bundle.text("README.md")).contains("| history | 1 of ", "left out");
    }

    @Test
    void says_which_versions_are_visible_where_not_all_are() throws Exception {
        var id = inForce(institute, partner, signer("ES256"));
        move(ofInstitute, id, "SUSPENDED").then().statusCode(200);
        move(ofInstitute, id, "IN_FORCE").then().statusCode(200);
        amend(id);
        move(ofInstitute, id, "SUSPENDED").then().statusCode(200);
        move(ofInstitute, id, "IN_FORCE").then().statusCode(200);

        var bundle = bundle(null, id);

        assertThat(EvidenceCheck.faults(bundle)).isEmpty();
        var history = bundle.manifest().get("history");
        assertThat(history.get("complete").asBoolean()).isFalse();
        assertThat(history.get("count").asInt()).isEqualTo(5);
        assertThat(bundle.text("README.md"))
                .contains("| history | 5 of " + bundle.manifest().get("version").asInt() + " versions");
    }

    @Test
    void finds_any_byte_that_was_altered_even_where_the_manifest_was_altered_with_it() throws Exception {
        var id = inForce(institute, partner, signer("ES256"));
        var bundle = bundle(ofInstitute, id);

        for (var name : List.of("canonical-form.json", "signatures/" + institute + ".jws", "history.ndjson")) {
            int size = bundle.bytes(name).length;
            // A prime, so that every member of the lines of a history is hit somewhere.
            int step = size > 2000 ? 41 : 1;
            for (int place = 0; place < size; place += step) {
                var flipped = bundle.flipped(name, place);
                assertThat(EvidenceCheck.faults(bundle.with(name, flipped)))
                        .as("%s at %d", name, place)
                        .isNotEmpty();
                assertThat(EvidenceCheck.faults(bundle.withManifested(name, flipped)))
                        .as("%s at %d, with the manifest", name, place)
                        .isNotEmpty();
            }
        }
    }

    @Test
    void does_not_exist_for_strangers_before_it_is_in_force() {
        var draft = drafted(institute, partner);
        var id = approved(institute, partner);

        evidence(ofInstitute, draft).then().statusCode(404);
        evidence(ofPartner, id).then().statusCode(200);
        evidence(Tokens.auditor(), id).then().statusCode(200);
        evidence(null, id).then().statusCode(404).contentType("application/problem+json");
        evidence(Tokens.partner(activePartner("Étrangère")), id).then().statusCode(404);
        evidence(Tokens.badlySigned(), id).then().statusCode(401);
        as(ofPartner).get("/v1/conventions/{id}/evidence?revision=2", id).then().statusCode(404);
        as(ofPartner).get("/v1/conventions/{id}/evidence?revision=0", id).then().statusCode(400);
        as(ofPartner).get("/v1/conventions/x/evidence").then().statusCode(400);
    }

    @Test
    void is_of_any_text_that_its_reader_may_see() throws Exception {
        var id = inForce(institute, partner, signer("ES256"));
        amend(id);
        as(ofPartner).get("/v1/conventions/{id}/evidence?revision=2", id).then().statusCode(200);
        as(Tokens.partner(activePartner("Autre")))
                .get("/v1/conventions/{id}/evidence?revision=2", id)
                .then()
                .statusCode(404);
        approve(ofInstitute, id, institute).then().statusCode(201);
        approve(ofPartner, id, partner).then().statusCode(201);

        var now = bundle(null, id);
        var before = Bundle.of(as(ofPartner)
                .get("/v1/conventions/{id}/evidence?revision=1", id)
                .asByteArray());

        assertThat(EvidenceCheck.faults(now)).isEmpty();
        assertThat(EvidenceCheck.faults(before)).isEmpty();
        assertThat(now.manifest().get("revision").asInt()).isEqualTo(2);
        assertThat(now.json("signatures.json")).isEmpty();
        assertThat(before.manifest().get("state").asText()).isEqualTo("REPLACED");
        assertThat(before.json("signatures.json")).hasSize(2);
        assertThat(before.text("README.md")).contains("replaced or ended on");
    }

    @Test
    void has_signatures_over_the_text_as_it_is() throws Exception {
        var id = approved(institute, partner);
        var signer = signer("EdDSA");
        publishKey(ofInstitute, institute, signer);

        signWith(institute, id, signer, Map.of("b64", false, "crit", List.of("b64")));

        assertThat(EvidenceCheck.faults(bundle(ofInstitute, id))).isEmpty();
    }

    @Test
    void has_the_key_of_the_institute_that_a_party_has_become_part_of() throws Exception {
        var successor = activeInstitute();
        var id = approved(institute, partner);
        var signer = signer("ES256");
        merged(institute, successor, 4);
        publishKey(Tokens.instituteAdmin(successor), successor, signer);
        sign(Tokens.instituteAdmin(successor), id, institute, signer).then().statusCode(201);
        signInInk(id, partner).then().statusCode(201);

        var bundle = bundle(null, id);

        assertThat(EvidenceCheck.faults(bundle)).isEmpty();
        assertThat(bundle.names()).contains("signatures/" + institute + ".jws", "keys/" + successor + ".jwks.json");
        assertThat(bundle.manifest().at("/signatures/0/keyOwner/id").asText()).isEqualTo(successor);
    }

    @Test
    void keeps_a_key_that_was_retired_after_it_signed() throws Exception {
        var id = inForce(institute, partner, signer("ES256"));
        as(ofInstitute)
                .contentType("application/json")
                .header("If-Match", "*")
                .body(Signer.jwks(Signer.edDsa("next")))
                .put("/v1/institutes/{id}/keys", institute)
                .then()
                .statusCode(200);

        var bundle = bundle(null, id);

        assertThat(EvidenceCheck.faults(bundle)).isEmpty();
        assertThat(bundle.json("keys/" + institute + ".jwks.json").get("keys")).hasSize(2);
    }

    private void amend(String id) {
        as(ofInstitute)
                .contentType(MERGE_PATCH)
                .header("If-Match", "*")
                .body("{\"effectiveTo\": \"2031-12-31\"}".getBytes(StandardCharsets.UTF_8))
                .post("/v1/conventions/{id}/revisions", id)
                .then()
                .statusCode(201);
    }

    static Signer signer(String algorithm) {
        var kid = "urn:key:1";
        return switch (algorithm) {
            case "ES256" -> Signer.es256(kid);
            case "EdDSA" -> Signer.edDsa(kid);
            default -> Signer.ps256(kid);
        };
    }
}
