package ma.jazari.partnerships.convention;

import static java.util.concurrent.TimeUnit.SECONDS;
import static ma.jazari.partnerships.convention.ConventionFixture.body;
import static ma.jazari.partnerships.convention.ConventionFixture.draft;
import static ma.jazari.partnerships.convention.ConventionFixture.party;
import static ma.jazari.partnerships.convention.ConventionFixture.patch;
import static ma.jazari.partnerships.convention.ConventionFixture.signatory;
import static ma.jazari.partnerships.convention.RecordedConventions.amended;
import static ma.jazari.partnerships.convention.RecordedConventions.approved;
import static ma.jazari.partnerships.convention.RecordedConventions.drafted;
import static ma.jazari.partnerships.convention.RecordedConventions.inForce;
import static ma.jazari.partnerships.convention.RecordedConventions.moved;
import static ma.jazari.partnerships.convention.RecordedConventions.proposed;
import static ma.jazari.partnerships.institutecopy.InstituteMessageFixture.activeInstitute;
import static ma.jazari.partnerships.institutecopy.InstituteMessageFixture.activeInstituteIn;
import static ma.jazari.partnerships.institutecopy.InstituteMessageFixture.changed;
import static ma.jazari.partnerships.partner.PartnerFixture.activePartner;
import static ma.jazari.partnerships.partner.PartnerFixture.activePartnerOf;
import static ma.jazari.platform.test.Api.anonymous;
import static ma.jazari.platform.test.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import ma.jazari.platform.test.Api;
import ma.jazari.platform.test.RealParts;
import ma.jazari.platform.test.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of conventions: search, filters, orders and facets, among those of parties of the test's own. */
@QuarkusTest
@WithTestResource(RealParts.class)
class ConventionListTest {

    private static final Random RANDOM = new Random();

    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    /** Letters alone, so that a word in which one is wrong is near to no other. */
    private static String word() {
        return RANDOM.ints(12, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static List<String> found(RequestSpecification caller, String query) {
        return caller.get("/v1/conventions?limit=200&" + query)
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
    }

    private static RequestSpecification auditor() {
        return as(Tokens.auditor());
    }

    @Test
    void searches_titles_in_every_language_the_code_and_the_names_of_the_parties() {
        var word = word();
        var partnersName = word();
        var institutesName = word();
        var institute = activeInstitute();
        changed(institute, 4, "MA-03", "Institut " + institutesName);
        var partner = activePartner("Université " + partnersName);
        var id = inForce("Accord " + word, "", institute, partner);
        var draft = drafted("Projet", "", institute, partner);
        patch(
                        Tokens.instituteAdmin(institute),
                        draft,
                        "*",
                        "{\"titles\": [{\"value\": \"Projet\", \"lang\": \"fr\"}, {\"value\": \"Draft %s\", \"lang\": \"en\"}]}"
                                .formatted(word))
                .then()
                .statusCode(200);
        var code = auditor().get("/v1/conventions/{id}", id).<String>path("code");

        assertThat(found(auditor(), "q=" + word)).containsExactlyInAnyOrder(id, draft);
        assertThat(found(anonymous(), "q=" + word)).containsExactly(id);
        assertThat(found(anonymous(), "q=accord " + word.substring(0, 11) + "0"))
                .containsExactly(id);
        assertThat(found(auditor(), "q=draft " + word)).containsExactly(draft);
        assertThat(found(anonymous(), "q=" + code)).containsExactly(id);
        assertThat(found(anonymous(), "q=" + partnersName)).containsExactly(id);
        assertThat(found(anonymous(), "q=accord " + partnersName + " " + institutesName))
                .containsExactly(id);
        assertThat(found(anonymous(), "sort=relevance&q=" + institutesName.substring(0, 8)))
                .containsExactly(id);
        anonymous()
                .get("/v1/conventions?total=true&facets=status&q={q}", word)
                .then()
                .body("total", equalTo(1))
                .body("facets.status", equalTo(List.of(Map.of("value", "IN_FORCE", "count", 1))));
    }

    @Test
    void finds_conventions_by_the_names_that_parties_have_now() {
        var institute = activeInstitute();
        var partner = activePartner("Université ancienne");
        var id = inForce("Accord", "", institute, partner);
        var institutes = word();
        var partners = word();

        changed(institute, 4, "MA-03", "Institut " + institutes);
        as(Tokens.networkAdmin())
                .contentType(Api.MERGE_PATCH)
                .header("If-Match", "*")
                .body("{\"names\": [{\"value\": \"Université %s\", \"lang\": \"fr\", \"type\": \"DISPLAY\"}]}"
                        .formatted(partners))
                .patch("/v1/partners/{id}", partner)
                .then()
                .statusCode(200);

        // The conventions hear of it some seconds later.
        await().atMost(20, SECONDS)
                .until(() -> found(anonymous(), "q=" + institutes).equals(List.of(id)));
        await().atMost(20, SECONDS)
                .until(() -> found(anonymous(), "q=" + partners).equals(List.of(id)));
    }

    /** The words of an amendment are its parties' affair until it is agreed. */
    @Test
    void finds_by_the_text_that_counts() {
        var before = word();
        var after = word();
        var institute = activeInstitute();
        var partner = activePartner("Université amendée");
        var id = inForce("Accord " + before, "", institute, partner);
        amended(id, "{\"titles\": [{\"value\": \"Accord %s\", \"lang\": \"fr\"}]}".formatted(after));

        assertThat(found(anonymous(), "q=" + after)).isEmpty();
        assertThat(found(anonymous(), "q=" + before)).containsExactly(id);

        approved(id, institute);
        approved(id, partner);

        assertThat(found(anonymous(), "q=" + after)).containsExactly(id);
        assertThat(found(anonymous(), "q=" + before)).isEmpty();
    }

    @Test
    void filters_by_who_is_party_as_what_and_from_where() {
        var institute = activeInstituteIn("MA-06");
        var funder = activePartnerOf("TN");
        var partner = activePartner("Université financée");
        var funded = draft(
                        Tokens.instituteAdmin(institute),
                        body("Financée", "", signatory(institute), signatory(partner), party(funder, "FUNDER")))
                .<String>path("id");
        var signed = drafted("Signée", "", institute, funder);
        var plain = drafted("Simple", "", institute, partner);
        var own = "party=" + institute + "&";

        assertThat(found(auditor(), "role=FUNDER&party=" + funder)).containsExactly(funded);
        assertThat(found(auditor(), "role=signatory,witness&party=" + funder)).containsExactly(signed);
        // The role of the party that is named, not of another one.
        assertThat(found(auditor(), own + "role=FUNDER")).isEmpty();
        assertThat(found(auditor(), own + "country=TN")).containsExactly(funded, signed);
        assertThat(found(auditor(), own + "country=MA,SN")).containsExactly(funded, signed, plain);
        assertThat(found(auditor(), own + "southSouth=true")).containsExactly(funded, signed);
        assertThat(found(auditor(), own + "southSouth=false")).containsExactly(plain);
        assertThat(found(auditor(), "region=MA-06&party=" + partner)).containsExactly(funded, plain);
        assertThat(found(auditor(), own + "region=MA-07")).isEmpty();

        changed(institute, 4, "MA-07", "Institut");

        assertThat(found(auditor(), own + "region=MA-07,MA-08")).containsExactly(funded, signed, plain);
        assertThat(found(auditor(), own + "region=MA-06")).isEmpty();
    }

    @Test
    void filters_by_days() {
        var institute = activeInstitute();
        var partner = activePartner("Université datée");
        var open = inForce("Sans fin", ", \"effectiveFrom\": \"2024-03-01\"", institute, partner);
        var ending = inForce(
                "Avec fin",
                ", \"effectiveFrom\": \"2025-03-01\", \"effectiveTo\": \"%s\"".formatted(today.plusDays(50)),
                institute,
                partner);
        var tacit = inForce(
                "Reconduite",
                ", \"effectiveFrom\": \"2025-03-01\", \"effectiveTo\": \"%s\", \"renewal\": {\"mode\": \"TACIT\", \"times\": 1, \"months\": 12, \"noticeDays\": 10}"
                        .formatted(today.plusDays(50)),
                institute,
                partner);
        var over = inForce("Finie", ", \"effectiveFrom\": \"2024-03-01\"", institute, partner);
        moved(over, "TERMINATED");
        var own = "party=" + institute + "&";

        assertThat(found(anonymous(), own + "effectiveFrom=2024-03-01")).containsExactly(open, over);
        assertThat(found(anonymous(), own + "effectiveFrom=2024-03-02..")).containsExactly(ending, tacit);
        assertThat(found(anonymous(), own + "effectiveFrom=..2024-12-31")).containsExactly(open, over);
        assertThat(found(anonymous(), own + "effectiveTo=" + today + ".." + today.plusDays(50)))
                .containsExactly(ending, tacit);
        assertThat(found(anonymous(), own + "inForceOn=2024-02-29")).isEmpty();
        assertThat(found(anonymous(), own + "inForceOn=2024-03-01")).containsExactly(open, over);
        assertThat(found(anonymous(), own + "inForceOn=" + today)).containsExactly(open, ending, tacit);
        assertThat(found(anonymous(), own + "inForceOn=" + today.plusDays(51))).containsExactly(open);
        assertThat(found(anonymous(), own + "expiringBefore=" + today.plusDays(50)))
                .isEmpty();
        assertThat(found(anonymous(), own + "expiringBefore=" + today.plusDays(51)))
                .containsExactly(ending);
        assertThat(found(anonymous(), own + "health=ON_TRACK")).containsExactly(open, ending, tacit);
        assertThat(found(anonymous(), own + "health=BREACHED")).isEmpty();
        var since = auditor().get("/v1/conventions/{id}", over).<String>path("updatedAt");
        assertThat(found(anonymous(), own + "updatedSince=" + since)).containsExactly(over);
        assertThat(found(anonymous(), own + "updatedSince=" + Instant.now().plusSeconds(60)))
                .isEmpty();
    }

    @Test
    void tells_insiders_alone_what_waits_for_a_party() {
        var institute = activeInstitute();
        var partner = activePartner("Université qui tarde");
        var drafted = drafted("Projet", "", institute, partner);
        var proposed = proposed("Proposée", "", institute, partner);
        approved(proposed, institute);
        var current = inForce("En vigueur", "", institute, partner);
        amended(current, "{\"kind\": \"SPECIFIC\"}");

        for (var token : List.of(Tokens.instituteAdmin(institute), Tokens.partner(partner), Tokens.auditor())) {
            assertThat(found(as(token), "awaiting=" + institute)).containsExactly(drafted, current);
            assertThat(found(as(token), "awaiting=" + partner)).containsExactly(proposed, current);
        }
        for (var stranger : List.of(anonymous(), as(Tokens.instituteAdmin(activeInstitute())))) {
            stranger.get("/v1/conventions?total=true&facets=status,region&awaiting=" + institute)
                    .then()
                    .body("items", empty())
                    .body("total", equalTo(0))
                    .body("facets.status", empty())
                    .body("facets.region", empty());
        }
    }

    /** An organisation that an amendment would bring in sees it, and that it is awaited. */
    @Test
    void tells_those_who_are_invited_that_they_are_awaited() {
        var institute = activeInstitute();
        var partner = activePartner("Université hôte");
        var invited = activePartner("Université conviée");
        var id = inForce("À élargir", "", institute, partner);
        amended(
                id,
                "{\"parties\": [%s, %s, %s]}".formatted(signatory(institute), signatory(partner), signatory(invited)));

        assertThat(found(as(Tokens.partner(invited)), "awaiting=" + invited)).containsExactly(id);
        assertThat(found(as(Tokens.partner(invited)), "awaiting=" + partner)).containsExactly(id);
        assertThat(found(anonymous(), "awaiting=" + invited)).isEmpty();
        assertThat(found(anonymous(), "party=" + invited)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "updatedAt", "-updatedAt", "endsOn", "code", "relevance"})
    void pages_without_gaps_in_every_order(String sort) {
        var word = word();
        var institute = activeInstitute();
        var partner = activePartner("Université ordonnée");
        var ids = new ArrayList<String>();
        for (var days : new int[] {300, 100, 200, 100, 0}) {
            var end = days == 0 ? "" : ", \"effectiveTo\": \"" + today.plusDays(days) + "\"";
            ids.add(inForce("Série " + word, end, institute, partner));
        }

        var walked = walk("/v1/conventions?limit=2&q=" + word + "&sort=" + sort);

        assertThat(walked)
                .containsExactlyElementsOf(
                        switch (sort) {
                            case "-updatedAt" -> ids.reversed();
                            case "endsOn" -> List.of(ids.get(1), ids.get(3), ids.get(2), ids.get(0), ids.get(4));
                            default -> ids;
                        });
    }

    private static List<String> walk(String path) {
        var found = new ArrayList<String>();
        String cursor = null;
        do {
            var page = cursor == null
                    ? anonymous().get(path)
                    : anonymous().queryParam("cursor", cursor).get(path);
            found.addAll(page.then().statusCode(200).extract().<List<String>>path("items.id"));
            cursor = page.path("nextCursor");
        } while (cursor != null);
        return found;
    }

    @Test
    void counts_in_facets_what_filters_find() {
        var institute = activeInstituteIn("MA-04");
        var neighbour = activeInstituteIn("MA-04");
        var far = activeInstituteIn("MA-12");
        inForce("Voisins", "", institute, neighbour);
        inForce("Lointains", "", institute, far);
        moved(inForce("Finie", "", institute, activePartnerOf("CI")), "TERMINATED");
        proposed("Proposée", "", institute, far);
        draft(
                Tokens.instituteAdmin(institute),
                body("Autre", "", signatory(institute), signatory(neighbour))
                        .replace("FRAMEWORK", "SPECIFIC")
                        .replace("[\"RESEARCH\"]", "[\"RESEARCH\", \"TRAINING\"]"));

        for (var caller : List.of(Tokens.auditor(), Tokens.instituteAdmin(far))) {
            var path = "/v1/conventions?total=true&limit=1&party=" + institute;
            var facets = as(caller)
                    .get(path + "&facets=status,kind,domain,health,southSouth,region")
                    .then()
                    .statusCode(200)
                    .extract()
                    .<Map<String, List<Map<String, Object>>>>path("facets");
            assertThat(facets).hasSize(6).allSatisfy((facet, counts) -> assertThat(counts)
                    .isNotEmpty()
                    .allSatisfy(count -> as(caller)
                            .get(path + "&" + facet + "=" + count.get("value"))
                            .then()
                            .body("total", equalTo(count.get("count")))));
        }
        auditor()
                .get("/v1/conventions?facets=region&party=" + institute)
                .then()
                .body("facets.region.value", contains("MA-04", "MA-12"))
                .body("facets.region.count", contains(5, 2));
        anonymous()
                .get("/v1/conventions?facets=status,kind&party=" + institute)
                .then()
                .body("facets.status.value", contains("IN_FORCE", "TERMINATED"))
                .body("facets.kind.value", contains("FRAMEWORK"));
    }

    @ParameterizedTest
    @CsvSource({
        "role=FUNDER, role",
        "role=KING&party=j4k7xq236, role",
        "southSouth=perhaps, southSouth",
        "health=FINE, health",
        "region=MA-00, region",
        "country=Senegal, country",
        "effectiveFrom=soon, effectiveFrom",
        "effectiveFrom=.., effectiveFrom",
        "effectiveTo=2026-01-01..2026-01-02..2026-01-03, effectiveTo",
        "inForceOn=2026-13-01, inForceOn",
        "expiringBefore=1, expiringBefore",
        "awaiting=me, awaiting",
        "updatedSince=x, updatedSince",
        "facets=owner, facets",
        "sort=relevance, sort",
        "sort=title, sort"
    })
    void refuses_what_it_cannot_read(String query, String pointer) {
        anonymous()
                .get("/v1/conventions?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", contains(pointer));
    }
}
