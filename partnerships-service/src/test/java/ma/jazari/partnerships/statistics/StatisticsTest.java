package ma.jazari.partnerships.statistics;

import static ma.jazari.partnerships.convention.RecordedConventions.amended;
import static ma.jazari.partnerships.convention.RecordedConventions.approved;
import static ma.jazari.partnerships.convention.RecordedConventions.drafted;
import static ma.jazari.partnerships.convention.RecordedConventions.inForce;
import static ma.jazari.partnerships.convention.RecordedConventions.moveClock;
import static ma.jazari.partnerships.convention.RecordedConventions.moved;
import static ma.jazari.partnerships.convention.RecordedConventions.proposed;
import static ma.jazari.partnerships.institutecopy.InstituteMessageFixture.activeInstitute;
import static ma.jazari.partnerships.institutecopy.InstituteMessageFixture.activeInstituteIn;
import static ma.jazari.partnerships.institutecopy.InstituteMessageFixture.changed;
import static ma.jazari.partnerships.institutecopy.InstituteMessageFixture.merged;
import static ma.jazari.partnerships.partner.PartnerFixture.activePartner;
import static ma.jazari.partnerships.partner.PartnerFixture.activePartnerOf;
import static ma.jazari.platform.test.Api.anonymous;
import static ma.jazari.platform.test.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import ma.jazari.platform.test.RealParts;
import ma.jazari.platform.test.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Statistics of conventions that each test makes with parties of its own. */
@QuarkusTest
@WithTestResource(RealParts.class)
class StatisticsTest {

    private static final String PATH = "/v1/conventions/statistics";

    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    @AfterEach
    void puts_the_clock_right() {
        moveClock(0);
    }

    private static ValidatableResponse statistics(RequestSpecification caller, String party) {
        return caller.get(PATH + "?party={p}", party).then().statusCode(200);
    }

    private String until(int days) {
        return ", \"effectiveTo\": \"" + today.plusDays(days) + "\"";
    }

    @Test
    void counts_by_every_dimension() {
        var institute = activeInstituteIn("MA-09");
        var other = activeInstituteIn("MA-10");
        var senegal = activePartnerOf("SN");
        inForce("Vers Dakar", until(20), institute, senegal);
        inForce("À deux", until(80), institute, other);
        moved(inForce("Terminée", until(300), institute, senegal), "TERMINATED");
        proposed("Proposée", "", institute, other);
        drafted("Projet", "", institute, activePartner("Université comptée"));

        var counted = statistics(as(Tokens.auditor()), institute)
                .body("total", equalTo(5))
                .body("byStatus.IN_FORCE", equalTo(2))
                .body("byStatus.TERMINATED", equalTo(1))
                .body("byStatus.PROPOSED", equalTo(1))
                .body("byStatus.DRAFT", equalTo(1))
                .body("byStatus.SIGNED", equalTo(0))
                .body("byKind", equalTo(Map.of("FRAMEWORK", 5, "SPECIFIC", 0, "MEMORANDUM", 0)))
                .body("byDomain.RESEARCH", equalTo(5))
                .body("byDomain.TRAINING", equalTo(0))
                .body("byRegion", aMapWithSize(12))
                .body("byRegion.MA-09", equalTo(5))
                .body("byRegion.MA-10", equalTo(2))
                .body("byRegion.MA-03", equalTo(0))
                .body("byPartyType.INSTITUTE", equalTo(5))
                .body("byPartyType.UNIVERSITY", equalTo(3))
                .body("byPartyType.COMPANY", equalTo(0))
                .body("southSouth.count", equalTo(2))
                .body("southSouth.byCountry", equalTo(Map.of("SN", 2)))
                .body("byHealth", equalTo(Map.of("ON_TRACK", 2, "AT_RISK", 0, "BREACHED", 0)))
                .body("byYear", equalTo(Map.of(String.valueOf(today.getYear()), 3)))
                .body("expiring", equalTo(Map.of("in30Days", 1, "in90Days", 2, "in365Days", 2)))
                .body("topParties", hasSize(4))
                .body("topParties[0].id", equalTo(institute))
                .body("topParties[0].displayName", equalTo("Institut"))
                .body("topParties[0].count", equalTo(5))
                .body("day", equalTo(today.toString()));
        assertThat(counted.extract().<List<Integer>>path("topParties.count")).containsExactly(5, 2, 2, 1);
    }

    @Test
    void filters_what_it_counts() {
        var institute = activeInstituteIn("MA-11");
        var other = activeInstituteIn("MA-12");
        inForce("Un", ", \"effectiveFrom\": \"2025-05-01\"", institute, other);
        inForce("Deux", ", \"effectiveFrom\": \"2024-05-01\"", institute, activeInstitute());
        var path = PATH + "?party=" + institute;

        anonymous().get(path).then().body("total", equalTo(2)).body("byYear", equalTo(Map.of("2024", 1, "2025", 1)));
        anonymous().get(path + "&region=MA-12").then().body("total", equalTo(1));
        anonymous().get(path + "&region=MA-12,MA-03").then().body("total", equalTo(2));
        anonymous().get(path + "&region=MA-07").then().body("total", equalTo(0));
        anonymous().get(path + "&from=2025-05-01").then().body("total", equalTo(1));
        anonymous().get(path + "&from=2024-01-01&to=2025-04-30").then().body("byYear", equalTo(Map.of("2024", 1)));
        anonymous().get(path + "&domain=TRAINING").then().body("total", equalTo(0));
        anonymous().get(path + "&limit=1").then().body("topParties.id", contains(institute));
        anonymous().get(PATH + "?region=MA-11&party=" + other).then().body("total", equalTo(1));
    }

    /** No message about a convention arrives when an institute moves. */
    @Test
    void follows_an_institute_that_moves() {
        var institute = activeInstituteIn("MA-01");
        inForce("Mobile", "", institute, activePartner("Université fixe"));
        statistics(anonymous(), institute).body("byRegion.MA-01", equalTo(1));

        changed(institute, 4, "MA-02", "Institut déplacé");

        statistics(anonymous(), institute)
                .body("byRegion.MA-01", equalTo(0))
                .body("byRegion.MA-02", equalTo(1))
                .body("topParties.displayName[0]", startsWith("Institut déplacé"));
    }

    @Test
    void counts_institutes_that_were_merged_as_one() {
        var old = activeInstitute();
        var successor = activeInstitute();
        var partner = activePartner("Université des fusions");
        inForce("De l'ancien", "", old, partner);
        inForce("Du nouveau", "", successor, partner);

        merged(old, successor, 4);

        statistics(anonymous(), successor)
                .body("total", equalTo(2))
                .body("topParties.id", not(contains(old)))
                .body("topParties.find {it.id == '" + successor + "'}.count", equalTo(2));
    }

    @Test
    void counts_in_no_dimension_what_its_caller_may_not_see() {
        var institute = activeInstituteIn("MA-08");
        var partner = activePartnerOf("ML");
        var stranger = Tokens.instituteAdmin(activeInstitute());
        proposed("Secrète", until(10), institute, partner);
        drafted("Plus secrète", "", institute, partner);

        for (var caller : List.of(anonymous(), as(stranger))) {
            statistics(caller, institute)
                    .body("total", equalTo(0))
                    .body("byStatus.PROPOSED", equalTo(0))
                    .body("byKind.FRAMEWORK", equalTo(0))
                    .body("byDomain.RESEARCH", equalTo(0))
                    .body("byRegion.MA-08", equalTo(0))
                    .body("byPartyType.INSTITUTE", equalTo(0))
                    .body("topParties", empty())
                    .body("southSouth", equalTo(Map.of("count", 0, "byCountry", Map.of())));
        }
        for (var token : List.of(
                Tokens.instituteAdmin(institute), Tokens.partner(partner), Tokens.auditor(), Tokens.networkAdmin())) {
            statistics(as(token), institute)
                    .body("total", equalTo(2))
                    .body("byRegion.MA-08", equalTo(2))
                    .body("southSouth.byCountry.ML", equalTo(2))
                    .body("topParties", hasSize(2));
        }
    }

    @Test
    void tells_insiders_whom_proposals_wait_for_and_since_when() {
        var institute = activeInstitute();
        var partner = activePartner("Université attendue");
        var first = proposed("Première", "", institute, partner);
        proposed("Deuxième", "", institute, partner);
        approved(first, institute);
        drafted("Encore un projet", "", institute, partner);
        moveClock(40);

        for (var token : List.of(Tokens.instituteAdmin(institute), Tokens.partner(partner), Tokens.auditor())) {
            statistics(as(token), institute)
                    .body("ageing.id", contains(partner, institute))
                    .body("ageing.count", contains(2, 1))
                    .body("ageing.oldestDays", contains(40, 40))
                    .body("ageing[0].medianDays", equalTo(40))
                    .body("ageing[0].displayName", equalTo("Université attendue"))
                    .body(
                            "ageing[0].buckets",
                            equalTo(Map.of("upTo7Days", 0, "upTo30Days", 0, "upTo90Days", 2, "over90Days", 0)));
        }
        statistics(as(Tokens.instituteAdmin(activeInstitute())), institute).body("ageing", empty());
        statistics(anonymous(), institute).body("$", not(hasKey("ageing")));
    }

    /** What is in force is everybody's; that its parties talk of another text is not. */
    @Test
    void tells_of_an_amendment_to_its_insiders_alone() {
        var institute = activeInstitute();
        var partner = activePartner("Université d'avenants");
        var id = inForce("À amender", "", institute, partner);
        amended(id, "{\"titles\": [{\"value\": \"Amendée\", \"lang\": \"fr\"}]}");

        statistics(as(Tokens.partner(partner)), institute).body("ageing.count", contains(1, 1));
        statistics(as(Tokens.instituteAdmin(activeInstitute())), institute)
                .body("total", equalTo(1))
                .body("ageing", empty());
    }

    @Test
    void answers_in_csv_with_the_same_figures() {
        var institute = activeInstituteIn("MA-05");
        inForce("En colonnes", until(5), institute, activePartnerOf("CI"));
        var path = PATH + "?party=" + institute;

        var answer = anonymous()
                .accept("text/csv")
                .get(path)
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .header("Vary", equalTo("Accept, Accept-Language, Authorization"))
                .extract();

        assertThat(answer.asString())
                .startsWith("dimension,value,count\r\ntotal,,1\r\nstatus,DRAFT,0\r\n")
                .contains(
                        "\r\nregion,MA-05,1\r\n",
                        "\r\nregion,MA-06,0\r\n",
                        "\r\ntopParties," + institute + ",1\r\n",
                        "\r\nsouthSouthCountry,CI,1\r\n",
                        "\r\nexpiringInDays,30,1\r\n")
                .doesNotContain("ageing")
                .endsWith("\r\n");
        assertThat(as(Tokens.instituteAdmin(institute))
                        .accept("text/csv")
                        .get(PATH)
                        .asString())
                .startsWith("dimension");
        anonymous()
                .accept("text/csv")
                .header("If-None-Match", answer.header("ETag"))
                .get(path)
                .then()
                .statusCode(304);
        anonymous().accept("text/csv;q=0.5, application/json").get(path).then().body("total", equalTo(1));
        anonymous().accept("image/png").get(path).then().statusCode(406);
        anonymous().accept("text/csv").get(path + "&fields=total").then().statusCode(400);
    }

    @Test
    void chooses_names_and_fields_as_every_answer_does() {
        var institute = activeInstitute();
        inForce("Choisie", "", institute, activePartner("Université choisie"));

        anonymous()
                .get(PATH + "?fields=total&party=" + institute)
                .then()
                .header("ETag", startsWith("\""))
                .header("Content-Language", "fr")
                .body("$", equalTo(Map.of("total", 1)));
        anonymous()
                .header(
                        "If-None-Match",
                        statistics(anonymous(), institute).extract().header("ETag"))
                .get(PATH + "?party=" + institute)
                .then()
                .statusCode(304);
    }

    @ParameterizedTest
    @CsvSource({
        "party=nobody, party",
        "domain=LOVE, domain",
        "region=MA-13, region",
        "region=FR-01, region",
        "from=yesterday, from",
        "to=2026-02-30, to",
        "from=2026-02-01&to=2026-01-01, to",
        "from=0000-01-01, from",
        "limit=0, limit",
        "sort=id, sort"
    })
    void refuses_what_it_cannot_read(String query, String pointer) {
        anonymous()
                .get(PATH + "?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", contains(pointer));
    }
}
