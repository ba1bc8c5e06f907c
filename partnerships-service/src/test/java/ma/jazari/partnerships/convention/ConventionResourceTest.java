package ma.jazari.partnerships.convention;

import static java.util.concurrent.TimeUnit.SECONDS;
import static ma.jazari.partnerships.convention.ConventionFixture.body;
import static ma.jazari.partnerships.convention.ConventionFixture.convention;
import static ma.jazari.partnerships.convention.ConventionFixture.draft;
import static ma.jazari.partnerships.convention.ConventionFixture.drafted;
import static ma.jazari.partnerships.convention.ConventionFixture.move;
import static ma.jazari.partnerships.convention.ConventionFixture.party;
import static ma.jazari.partnerships.convention.ConventionFixture.patch;
import static ma.jazari.partnerships.convention.ConventionFixture.reference;
import static ma.jazari.partnerships.convention.ConventionFixture.signatory;
import static ma.jazari.partnerships.institutecopy.InstituteMessageFixture.activeInstitute;
import static ma.jazari.partnerships.partner.PartnerFixture.activePartner;
import static ma.jazari.partnerships.partner.PartnerFixture.activePartnerOf;
import static ma.jazari.platform.test.Api.anonymous;
import static ma.jazari.platform.test.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import ma.jazari.platform.test.Feed;
import ma.jazari.platform.test.RealParts;
import ma.jazari.platform.test.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealParts.class)
class ConventionResourceTest {

    private static final String UNKNOWN = "019c1e2a-7b1c-7c3d-8e4f-5a6b7c8d9e0f";

    @Test
    void drafts_a_convention_that_its_creator_owns() {
        var institute = activeInstitute();
        var partner = activePartner("Université associée");

        var answer = draft(Tokens.instituteAdmin(institute), convention("Convention cadre", institute, partner));

        var id = answer.then()
                .statusCode(201)
                .header("ETag", startsWith("\"1-"))
                .header("Content-Language", "fr")
                .body("status", equalTo("DRAFT"))
                .body("code", matchesPattern("CNV-20\\d\\d-\\d{5}"))
                .body("displayTitle", equalTo("Convention cadre"))
                .body("ownerParty.id", equalTo(institute))
                .body("southSouth", equalTo(false))
                .body("revision", equalTo(1))
                .body("digest.algorithm", equalTo("jcs-sha256-v1"))
                .body("digest.value", matchesPattern("[0-9a-f]{64}"))
                .body("$", not(hasKey("proposedRevision")))
                .body("availableTransitions", contains("PROPOSED", "WITHDRAWN"))
                .body("awaiting[0].act", equalTo("PROPOSE"))
                .body("version", equalTo(1))
                .extract()
                .<String>path("id");
        assertThat(answer.header("Location")).isEqualTo("/v1/conventions/" + id);
    }

    @Test
    void names_every_violation_with_its_pointer_at_once() {
        draft(
                        Tokens.networkAdmin(),
                        """
                        {"titles": [], "kind": "HANDSHAKE", "domains": ["RESEARCH"], "status": "IN_FORCE",
                         "parties": [{"party": {"type": "CITY", "id": "x"}, "roles": []}],
                         "effectiveFrom": "soon", "terms": [{"number": "1", "text": "a\\u0000b", "lang": "fr"}],
                         "contributions": [{"party": %s, "amount": 5, "currency": "MAD"}]}
                        """
                                .formatted(reference("j4k7xq236")))
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/titles",
                                "/kind",
                                "/status",
                                "/parties/0/party/type",
                                "/parties/0/roles",
                                "/effectiveFrom",
                                "/terms/0/text",
                                "/contributions/0/amount"));
    }

    @Test
    void tells_a_mistyped_party_from_an_unknown_one() {
        draft(Tokens.networkAdmin(), body("X", ", \"ownerParty\": " + reference("j4k7xq237"), signatory("j4k7xq237")))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/parties/0/party/id"));
        draft(Tokens.networkAdmin(), body("X", ", \"ownerParty\": " + reference("j4k7xq236"), signatory("j4k7xq236")))
                .then()
                .statusCode(409)
                .body("parties[0].reason", equalTo("no institute j4k7xq236 is known"));
    }

    @Test
    void needs_a_token_a_role_and_a_party_that_the_caller_acts_for() {
        var institute = activeInstitute();
        var partner = activePartner("Université représentée");
        var body = convention("Convention", institute, partner);

        anonymous()
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/conventions")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
        draft(Tokens.auditor(), body).then().statusCode(403);
        draft(Tokens.instituteAdmin("j00000098"), body).then().statusCode(403);
        draft(Tokens.partner(institute), body).then().statusCode(403);
        draft(Tokens.partner(partner), body).then().statusCode(201).body("ownerParty.id", equalTo(partner));
        draft(Tokens.networkAdmin(), body).then().statusCode(400).body("errors.pointer", contains("/ownerParty"));
        draft(
                        Tokens.networkAdmin(),
                        body(
                                "Convention",
                                ", \"ownerParty\": " + reference(partner),
                                signatory(institute),
                                signatory(partner)))
                .then()
                .statusCode(201);
        draft(
                        Tokens.instituteAdmin(institute),
                        body(
                                "Convention",
                                ", \"ownerParty\": " + reference(partner),
                                signatory(institute),
                                signatory(partner)))
                .then()
                .statusCode(403);
        draft(
                        Tokens.networkAdmin(),
                        body("Convention", ", \"ownerParty\": " + reference("j00000098"), signatory(institute)))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/ownerParty"));
    }

    @Test
    void proposes_and_withdraws_and_says_what_is_open() {
        var institute = activeInstitute();
        var partner = activePartner("Université proposée");
        var id = drafted("Convention à proposer", institute, partner);
        var owner = Tokens.instituteAdmin(institute);

        as(owner)
                .contentType(ContentType.JSON)
                .body("{\"to\": \"PROPOSED\"}")
                .post("/v1/conventions/{id}/transitions", id)
                .then()
                .statusCode(428);
        move(owner, id, "IN_FORCE")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/move-not-allowed"))
                .body("allowed", contains("PROPOSED", "WITHDRAWN"));
        move(Tokens.auditor(), id, "PROPOSED").then().statusCode(403);
        move(Tokens.partner(partner), id, "PROPOSED")
                .then()
                .statusCode(200)
                .header("ETag", startsWith("\"2-"))
                .body("status", equalTo("PROPOSED"))
                .body("proposedRevision", equalTo(1))
                .body("awaiting.act", contains("APPROVE", "APPROVE"))
                .body("availableTransitions", contains("PROPOSED", "REJECTED", "WITHDRAWN"));
        as(Tokens.partner(partner))
                .get("/v1/conventions/{id}", id)
                .then()
                .statusCode(200)
                .body("availableTransitions", contains("PROPOSED", "REJECTED", "WITHDRAWN"));
        as(Tokens.auditor())
                .get("/v1/conventions/{id}", id)
                .then()
                .statusCode(200)
                .body("availableTransitions", empty());
        patch(owner, id, "*", "{\"kind\": \"SPECIFIC\"}").then().statusCode(409);
        move(Tokens.networkAdmin(), id, "WITHDRAWN")
                .then()
                .statusCode(200)
                .body("$", not(hasKey("proposedRevision")))
                .body("availableTransitions", empty());
        move(owner, id, "PROPOSED").then().statusCode(409).body("allowed", empty());
    }

    @Test
    void refuses_to_propose_what_has_not_two_parties_that_sign() {
        var institute = activeInstitute();
        var partner = activePartner("Université témoin");
        var owner = Tokens.instituteAdmin(institute);
        var alone = draft(owner, convention("Seul", institute)).<String>path("id");
        var witnessed = draft(owner, body("Témoin", "", signatory(institute), party(partner, "WITNESS")))
                .<String>path("id");

        move(owner, alone, "PROPOSED").then().statusCode(409).body("detail", containsString("two parties"));
        move(owner, witnessed, "PROPOSED").then().statusCode(409).body("detail", containsString("SIGNATORY"));
    }

    @Test
    void does_not_exist_for_strangers_before_it_is_in_force() {
        var institute = activeInstitute();
        var partner = activePartner("Université discrète");
        var word = word();
        var id = drafted(word + " secret", institute, partner);
        move(Tokens.instituteAdmin(institute), id, "PROPOSED").then().statusCode(200);

        for (var token : new String[] {Tokens.instituteAdmin(activeInstitute()), Tokens.partner("p00000098")}) {
            as(token).get("/v1/conventions/{id}", id).then().statusCode(404);
            as(token).get("/v1/conventions/{id}?asOf=2100-01-01", id).then().statusCode(404);
            as(token).get("/v1/conventions/{id}/history", id).then().statusCode(404);
            as(token)
                    .get("/v1/conventions?q={q}&total=true", word)
                    .then()
                    .body("items", empty())
                    .body("total", equalTo(0));
            as(token).get("/v1/conventions?ids={id}", id).then().body("items", empty());
            as(token).get("/v1/conventions?party={p}", partner).then().body("items", empty());
            move(token, id, "WITHDRAWN").then().statusCode(404);
            patch(token, id, "*", "{}").then().statusCode(404);
        }
        anonymous()
                .get("/v1/conventions/{id}", id)
                .then()
                .statusCode(404)
                .body("detail", not(containsString("PROPOSED")));
        anonymous().get("/v1/conventions?q={q}&total=true", word).then().body("total", equalTo(0));
        for (var token : new String[] {
            Tokens.instituteAdmin(institute), Tokens.partner(partner), Tokens.networkAdmin(), Tokens.auditor()
        }) {
            as(token).get("/v1/conventions/{id}", id).then().statusCode(200);
            as(token)
                    .get("/v1/conventions?q={q}&total=true", word)
                    .then()
                    .body("items.id", contains(id))
                    .body("total", equalTo(1));
        }
    }

    @Test
    void shows_contacts_to_parties_and_keeps_them_out_of_the_digest() {
        var institute = activeInstitute();
        var partner = activePartner("Université contactée");
        var owner = Tokens.instituteAdmin(institute);
        var since = Feed.end();
        var id = drafted("Convention à contacts", institute, partner);
        var digest = as(owner).get("/v1/conventions/{id}", id).<String>path("digest.value");

        patch(
                        owner,
                        id,
                        "*",
                        "{\"contacts\": [{\"party\": %s, \"email\": \"secret@example.org\"}]}"
                                .formatted(reference(partner)))
                .then()
                .statusCode(200)
                .body("contacts", hasSize(1))
                .body("digest.value", equalTo(digest));
        patch(owner, id, "*", "{\"titles\": [{\"value\": \"Autre titre\", \"lang\": \"fr\"}]}")
                .then()
                .statusCode(200)
                .body("digest.value", not(equalTo(digest)));
        await().atMost(20, SECONDS)
                .until(() -> Collections.frequency(Feed.subjects(owner, since, "convention.*"), id) >= 2);
        assertThat(as(owner)
                        .get("/v1/changes?types=convention.*&limit=200&after={after}", since)
                        .asString())
                .contains(id)
                .doesNotContain("secret@");
    }

    @Test
    void changes_a_draft_by_merge_patch_with_if_match_alone() {
        var institute = activeInstitute();
        var partner = activePartner("Université corrigée");
        var owner = Tokens.instituteAdmin(institute);
        var id = drafted("Convention à corriger", institute, partner);
        var stale = as(owner).get("/v1/conventions/{id}", id).header("ETag");

        patch(owner, id, "", "{}").then().statusCode(428);
        patch(Tokens.partner(partner), id, stale, "{\"effectiveFrom\": \"2026-03-01\"}")
                .then()
                .statusCode(200)
                .body("effectiveFrom", equalTo("2026-03-01"))
                .body("version", equalTo(2));
        patch(owner, id, stale, "{\"kind\": \"SPECIFIC\"}").then().statusCode(412);
        patch(owner, id, "*", "{\"effectiveFrom\": \"2026-03-01\"}")
                .then()
                .statusCode(200)
                .body("version", equalTo(2));
        patch(owner, id, "*", "{\"effectiveTo\": \"2020-01-01\"}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/effectiveTo"));
        patch(owner, id, "*", "{\"digest\": null, \"revision\": 2}")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/revision"));
        patch(Tokens.auditor(), id, "*", "{}").then().statusCode(403);
    }

    @Test
    void lets_nobody_take_a_draft_from_its_owner() {
        var institute = activeInstitute();
        var partner = activePartner("Université envieuse");
        var id = drafted("Convention gardée", institute, partner);
        var other = Tokens.partner(partner);

        patch(other, id, "*", "{\"ownerParty\": %s}".formatted(reference(partner)))
                .then()
                .statusCode(403);
        patch(other, id, "*", "{\"parties\": [%s], \"ownerParty\": null}".formatted(signatory(partner)))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/parties"));
        patch(other, id, "*", "{\"parties\": [%s]}".formatted(signatory(institute)))
                .then()
                .statusCode(400);
        patch(Tokens.instituteAdmin(institute), id, "*", "{\"ownerParty\": %s}".formatted(reference(partner)))
                .then()
                .statusCode(200)
                .body("ownerParty.id", equalTo(partner))
                .body("availableTransitions", contains("PROPOSED", "WITHDRAWN"));
    }

    @Test
    void writes_money_the_one_way_and_knows_the_south() {
        var institute = activeInstitute();
        var senegal = activePartnerOf("SN");
        var more =
                """
                , "contributions": [{"party": %1$s, "amount": "1500000", "currency": "MAD"}],
                "obligations": [{"key": "lab", "party": %1$s, "deliverable": "Laboratoire", "due": "2026-12-31"}],
                "renewal": {"mode": "TACIT", "times": 1, "months": 12, "noticeDays": 90},
                "terms": [{"number": "1", "heading": "Objet", "text": "Une ligne\\nune autre", "lang": "fr"}]
                """
                        .formatted(reference(institute));

        var id = draft(
                        Tokens.instituteAdmin(institute),
                        body("Convention Sud-Sud", more, signatory(institute), signatory(senegal)))
                .then()
                .statusCode(201)
                .body("southSouth", equalTo(true))
                .body("contributions[0].amount", equalTo("1500000.00"))
                .body("obligations[0].state", equalTo("PENDING"))
                .extract()
                .<String>path("id");

        patch(
                        Tokens.instituteAdmin(institute),
                        id,
                        "*",
                        "{\"contributions\": [{\"party\": %s, \"amount\": \"1500000.0\", \"currency\": \"MAD\"}]}"
                                .formatted(reference(institute)))
                .then()
                .statusCode(200)
                .body("version", equalTo(1));
    }

    @Test
    void lists_by_filters_and_pages_without_gaps() {
        var institute = activeInstitute();
        var partner = activePartner("Université prolifique");
        var other = activePartner("Université occasionnelle");
        var token = Tokens.instituteAdmin(institute);
        var ids = new ArrayList<String>();
        for (var place : List.of("Nord", "Sud", "Est", "Médina", "Ouest")) {
            ids.add(drafted("Série " + place, institute, ids.isEmpty() ? other : partner));
        }
        move(token, ids.get(4), "PROPOSED").then().statusCode(200);

        // Those of other tests that are in force are everybody's.
        var own = "&party=" + institute;
        for (var sort : new String[] {"id", "updatedAt", "-updatedAt"}) {
            assertThat(walk(token, "/v1/conventions?limit=2&sort=" + sort + own))
                    .containsExactlyInAnyOrderElementsOf(ids);
        }
        as(token).get("/v1/conventions?status=PROPOSED" + own).then().body("items.id", contains(ids.get(4)));
        as(token).get("/v1/conventions?party={p}", partner).then().body("items", hasSize(4));
        as(token).get("/v1/conventions?party={p},{o}", partner, other).then().body("items", hasSize(5));
        as(token).get("/v1/conventions?domain=TRAINING" + own).then().body("items", empty());
        as(token)
                .get("/v1/conventions?domain=TRAINING,RESEARCH&kind=FRAMEWORK" + own)
                .then()
                .body("items", hasSize(5));
        as(token).get("/v1/conventions?q=serie medina" + own).then().body("items.id", contains(ids.get(3)));
        for (var bad : new String[] {"party=nobody", "status=GONE", "sort=title", "limit=x", "typo=1", "ids=x"}) {
            as(token).get("/v1/conventions?" + bad).then().statusCode(400);
        }
    }

    @Test
    void binds_a_cursor_to_what_its_caller_may_see() {
        var institute = activeInstitute();
        var partner = activePartner("Université à curseurs");
        drafted("Un", institute, partner);
        drafted("Deux", institute, partner);

        var cursor = as(Tokens.instituteAdmin(institute))
                .get("/v1/conventions?limit=1")
                .<String>path("nextCursor");

        as(Tokens.partner(partner))
                .queryParam("cursor", cursor)
                .get("/v1/conventions?limit=1")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-cursor"));
    }

    @Test
    void tells_a_malformed_id_from_an_unknown_one() {
        as(Tokens.networkAdmin())
                .get("/v1/conventions/17")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/malformed-id"));
        as(Tokens.networkAdmin()).get("/v1/conventions/{id}", UNKNOWN).then().statusCode(404);
        move(Tokens.networkAdmin(), UNKNOWN, "PROPOSED").then().statusCode(404);
        anonymous()
                .header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body("{\"to\": \"PROPOSED\"}")
                .post("/v1/conventions/{id}/transitions", UNKNOWN)
                .then()
                .statusCode(401);
    }

    private static String word() {
        return "Mot" + UUID.randomUUID().toString().substring(0, 8);
    }

    private static List<String> walk(String token, String path) {
        var found = new ArrayList<String>();
        String cursor = null;
        do {
            var page = cursor == null
                    ? as(token).get(path)
                    : as(token).queryParam("cursor", cursor).get(path);
            found.addAll(page.then().statusCode(200).extract().<List<String>>path("items.id"));
            cursor = page.path("nextCursor");
        } while (cursor != null);
        return found;
    }
}
