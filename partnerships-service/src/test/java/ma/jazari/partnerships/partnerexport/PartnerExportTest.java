package ma.jazari.partnerships.partnerexport;

import static java.util.concurrent.TimeUnit.SECONDS;
import static ma.jazari.partnerships.partner.PartnerFixture.create;
import static ma.jazari.partnerships.partner.PartnerFixture.created;
import static ma.jazari.partnerships.partner.PartnerFixture.partner;
import static ma.jazari.partnerships.partner.PartnerFixture.patch;
import static ma.jazari.platform.test.Api.anonymous;
import static ma.jazari.platform.test.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import ma.jazari.platform.changelog.Canonical;
import ma.jazari.platform.test.Feed;
import ma.jazari.platform.test.RealParts;
import ma.jazari.platform.test.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealParts.class)
class PartnerExportTest {

    private static final String JSON = "application/json";
    private static final String NDJSON = "application/x-ndjson";
    private static final String CSV = "text/csv";
    private static final String SECRET = ", \"contacts\": [{\"role\": \"PRESS\", \"email\": \"hidden@example.org\"}]";

    @Test
    void gives_each_partner_as_the_change_feed_does_and_never_its_contacts() {
        var since = Feed.end();
        var id = created(create(partner("Université Exportée", SECRET)));
        var change = await().atMost(20, SECONDS)
                .until(
                        () -> anonymous()
                                .get("/v1/changes?types=partner.*&limit=200&after={c}", since)
                                .<List<Object>>path("items.findAll { it.subject.id == '" + id + "' }.data"),
                        found -> !found.isEmpty());

        assertThat(export(JSON, "?ids=" + id).<List<Object>>path("items")).isEqualTo(change);
        var line = export(NDJSON, "?ids=" + id).asString();
        assertThat(line).endsWith("}\n").doesNotContain("hidden@");
        assertThat(Canonical.object(line).path("id").asText()).isEqualTo(id);
        assertThat(export(CSV, "?ids=" + id).asString()).doesNotContain("hidden@");
    }

    @Test
    void writes_the_columns_of_partners_and_no_formulas() {
        var id = created(create(partner("=SUM(A1)", "جامعة مصدرة", "UEX;2", "Fès", "export.example.ma")));

        var csv = export(CSV, "?ids=" + id).asString().lines().toList();

        assertThat(csv.getFirst()).startsWith("id,type,status,name,name_fr,name_ar,name_en,acronym,alias,country,city");
        assertThat(csv.getLast())
                .startsWith(id + ",UNIVERSITY,ACTIVE,'=SUM(A1),'=SUM(A1),جامعة مصدرة,,UEX\\;2,,MA,Fès,")
                .contains("export.example.ma");
    }

    @Test
    void takes_the_filters_of_the_list() {
        var id = created(create(partner("Université Filtrée", ", \"domains\": [\"filtree.example.ma\"]")));

        export(JSON, "?domain=filtree.example.ma&country=MA&type=UNIVERSITY")
                .then()
                .body("items.id", contains(id));
        assertThat(export(NDJSON, "?domain=filtree.example.ma&country=SN").asString())
                .isEmpty();
        for (var bad : List.of("?country=maroc", "?fields=id", "?q=x", "?limit=3")) {
            export(JSON, bad).then().statusCode(400);
        }
        export("application/pdf", "").then().statusCode(406);
    }

    @Test
    void answers_304_exactly_while_nothing_has_changed() {
        var id = created(create(partner("Université Étiquetée", "")));
        var tag = await().atMost(20, SECONDS).until(this::tag, found -> found.equals(tag()));

        assertThat(as(Tokens.auditor())
                        .header("Accept", NDJSON)
                        .header("If-None-Match", tag)
                        .get("/v1/partners/export")
                        .statusCode())
                .isEqualTo(304);
        patch(Tokens.networkAdmin(), id, "*", "{\"country\": \"SN\"}").then().statusCode(200);
        assertThat(as(Tokens.auditor())
                        .header("Accept", NDJSON)
                        .header("If-None-Match", tag)
                        .get("/v1/partners/export")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void says_where_in_the_change_feed_it_stands() {
        var export = export(JSON, "?country=AQ");

        export.then().header("Content-Disposition", containsString("partners.json"));
        assertThat(export.header("X-Cursor")).isEqualTo(export.path("cursor"));
        anonymous()
                .queryParam("after", export.header("X-Cursor"))
                .get("/v1/changes")
                .then()
                .statusCode(200);
    }

    private String tag() {
        return export(NDJSON, "").header("ETag");
    }

    private static Response export(String type, String query) {
        return as(Tokens.auditor()).header("Accept", type).get("/v1/partners/export" + query);
    }
}
