package ma.jazari.institutes.exporting;

import static java.util.concurrent.TimeUnit.SECONDS;
import static ma.jazari.institutes.importing.ImportFixture.CSV;
import static ma.jazari.institutes.importing.ImportFixture.NDJSON;
import static ma.jazari.institutes.importing.ImportFixture.export;
import static ma.jazari.institutes.importing.ImportFixture.idOf;
import static ma.jazari.institutes.importing.ImportFixture.imported;
import static ma.jazari.institutes.importing.ImportFixture.json;
import static ma.jazari.institutes.importing.ImportFixture.line;
import static ma.jazari.institutes.importing.ImportFixture.root;
import static ma.jazari.institutes.importing.ImportFixture.unique;
import static ma.jazari.platform.test.Api.anonymous;
import static ma.jazari.platform.test.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import ma.jazari.platform.test.RealParts;
import ma.jazari.platform.test.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealParts.class)
class ExportTest {

    private static final String JSON = "application/json";
    private static final String GEOJSON = "application/geo+json";

    @Test
    void gives_each_institute_as_the_change_feed_does() {
        var id = active(", \"location\": {\"city\": \"Fès\", \"lat\": 34.03, \"lon\": -5}");
        var change = await().atMost(20, SECONDS).until(() -> lastChange(id), found -> !found.isMissingNode());

        var all = json(export("?ids=" + id, JSON, ""));
        var lines = export("?ids=" + id, NDJSON, "").body();

        assertThat(all.path("items")).containsExactly(change.path("data"));
        assertThat(json(lines)).isEqualTo(change.path("data"));
        assertThat(lines).endsWith("}\n");
    }

    @Test
    void stands_at_a_cursor_from_which_the_feed_goes_on_without_a_gap() {
        active("");
        var export = export("", JSON, Tokens.networkAdmin());
        var cursor = json(export).path("cursor").asText();
        var known = versions(json(export).path("items"));

        var later = active("");

        await().atMost(20, SECONDS).untilAsserted(() -> {
            var follow = json(as(Tokens.networkAdmin())
                    .queryParam("after", cursor)
                    .get("/v1/changes?limit=200")
                    .asString());
            follow.path("items")
                    .forEach(change ->
                            known.add(change.path("subject").path("id").asText() + " "
                                    + change.path("subject").path("version").asText()));
            assertThat(known).contains(later + " 1");
        });
        assertThat(export.headers().firstValue("X-Cursor")).contains(cursor);
        var now = json(export("", JSON, Tokens.networkAdmin())).path("items");
        assertThat(known).containsAll(versions(now));
    }

    @Test
    void hides_what_is_not_public_from_those_who_may_not_see_it() {
        var draft = draft();

        assertThat(ids(export("", JSON, ""))).doesNotContain(draft);
        assertThat(ids(export("", JSON, Tokens.partner("p5m2c0066")))).doesNotContain(draft);
        assertThat(ids(export("", JSON, Tokens.instituteAdmin("j00000098")))).doesNotContain(draft);
        assertThat(ids(export("", JSON, Tokens.instituteAdmin(draft)))).contains(draft);
        assertThat(ids(export("", JSON, Tokens.auditor()))).contains(draft);
        assertThat(export("", CSV, "").body()).doesNotContain(draft);
        assertThat(export("?ids=" + draft, CSV, Tokens.auditor()).body()).contains(draft);
    }

    @Test
    void never_holds_contacts() {
        var id = active(
                ", \"contacts\": [{\"role\": \"PRESS\", \"email\": \"hidden-%s@example.org\"}]".formatted(unique()));

        for (var type : List.of(JSON, NDJSON, CSV, GEOJSON)) {
            assertThat(export("?ids=" + id, type, Tokens.networkAdmin()).body()).doesNotContain("hidden-");
        }
    }

    @Test
    void answers_304_exactly_while_nothing_has_changed() {
        active("");
        var tag = settledTag("", "");

        assertThat(export("", NDJSON, "", "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(export("", NDJSON, "", "If-None-Match", "\"x\", W/" + tag).statusCode())
                .isEqualTo(304);
        assertThat(export("", CSV, "", "If-None-Match", tag).statusCode()).isEqualTo(200);
        assertThat(export("?kind=ROOT", NDJSON, "", "If-None-Match", tag).statusCode())
                .isEqualTo(200);
        assertThat(export("", NDJSON, Tokens.auditor(), "If-None-Match", tag).statusCode())
                .isEqualTo(200);

        draft();
        // At once, before the change has its place in the order of changes.
        assertThat(export("", NDJSON, "", "If-None-Match", tag).statusCode()).isEqualTo(200);
    }

    @Test
    void gives_the_same_bytes_under_the_same_tag() {
        active("");
        var tag = settledTag("", "");
        var first = export("", JSON, "");
        var second = export("", JSON, "");

        assertThat(tag).isNotEmpty();
        assertThat(first.headers().firstValue("ETag"))
                .isEqualTo(second.headers().firstValue("ETag"));
        assertThat(first.body()).isEqualTo(second.body());
    }

    @Test
    void is_valid_geojson_with_places_and_without() {
        var placed = active(", \"location\": {\"lat\": 34.03, \"lon\": -5.5}");
        var unplaced = active(", \"location\": {\"lat\": 34.03}");

        var collection = json(export("?ids=" + placed + "," + unplaced, GEOJSON, ""));

        assertThat(collection.path("type").asText()).isEqualTo("FeatureCollection");
        assertThat(collection.path("cursor").asText()).isNotEmpty();
        assertThat(collection.path("features")).hasSize(2).allSatisfy(feature -> {
            assertThat(feature.path("type").asText()).isEqualTo("Feature");
            assertThat(feature.has("geometry")).isTrue();
            assertThat(feature.path("id")).isEqualTo(feature.at("/properties/id"));
        });

        var geometry = feature(collection, placed).path("geometry");
        assertThat(geometry.path("type").asText()).isEqualTo("Point");
        assertThat(geometry.at("/coordinates/0").asDouble()).isEqualTo(-5.5);
        assertThat(geometry.at("/coordinates/1").asDouble()).isEqualTo(34.03);
        assertThat(feature(collection, unplaced).path("geometry").isNull()).isTrue();
    }

    @Test
    void filters() {
        var before = Instant.now();
        var id = active(", \"focusAreas\": [\"tourism\"]");

        assertThat(ids(export("?focusArea=tourism", JSON, ""))).contains(id);
        assertThat(ids(export("?focusArea=tourism&region=MA-01", JSON, ""))).isEmpty();
        assertThat(ids(export("?ids=" + id + "&mission=RESEARCH&kind=institute&status=ACTIVE", JSON, "")))
                .containsExactly(id);
        assertThat(ids(export("?ids=" + id + "&parentId=" + root(), JSON, ""))).containsExactly(id);
        assertThat(ids(export("?ids=" + id + "&updatedSince=" + before, JSON, "")))
                .containsExactly(id);
        assertThat(ids(export("?ids=" + id + "&updatedSince=2100-01-01", JSON, "")))
                .isEmpty();
        for (var bad : List.of("region=FR", "status=OPEN", "updatedSince=yesterday", "fields=id", "q=x")) {
            assertThat(export("?" + bad, JSON, "").statusCode()).isEqualTo(400);
        }
    }

    @Test
    void chooses_the_format_by_what_is_wanted_most() {
        assertThat(type(export("", "text/csv;q=0.5, application/geo+json;q=0.9, */*;q=0.1", "")))
                .startsWith(GEOJSON);
        assertThat(type(export("", "text/html, application/x-ndjson;q=0.2", "")))
                .startsWith(NDJSON);
        assertThat(type(export("", "*/*", ""))).startsWith(JSON);
        assertThat(type(export("", "application/json;q=0, */*;q=0.1", ""))).doesNotStartWith(JSON);
        var refused = export("", "text/html", "");
        assertThat(refused.statusCode()).isEqualTo(406);
        assertThat(type(refused)).startsWith("application/problem+json");
        var csv = export("", CSV, "");
        assertThat(csv.headers().firstValue("Content-Disposition")).contains("attachment; filename=\"institutes.csv\"");
        assertThat(csv.headers().firstValue("Vary")).contains("Accept, Authorization");
        assertThat(csv.body())
                .startsWith(
                        "id,kind,status,name_fr,name_ar,name_en,acronym,missions,focusAreas,parentId,region,city,address,"
                                + "lat,lon,geonamesId,hostPartnerId,established,website,domains,ror,isni,wikidata,sample\r\n");
    }

    @Test
    void answers_head_with_the_headers_alone() {
        anonymous().head("/v1/institutes/export").then().statusCode(200);
        assertThat(anonymous().head("/v1/institutes/export").header("ETag")).isNotEmpty();
    }

    @Test
    void gives_its_turn_back_however_it_ends() {
        var etag = IntStream.range(0, 30)
                .mapToObj(i -> export("", NDJSON, "", "If-None-Match", "*").statusCode())
                .distinct();

        assertThat(etag).containsExactly(304);
        assertThat(IntStream.range(0, 10)
                        .mapToObj(i -> export("", NDJSON, "").statusCode())
                        .distinct())
                .containsExactly(200);
    }

    /** The tag once every change has its place. */
    private static String settledTag(String query, String token) {
        var seen = new ArrayList<String>();
        await().pollInterval(Duration.ofMillis(400)).atMost(20, SECONDS).until(() -> {
            seen.add(export(query, NDJSON, token).headers().firstValue("ETag").orElseThrow());
            int size = seen.size();
            return size > 2
                    && seen.get(size - 1).equals(seen.get(size - 2))
                    && seen.get(size - 2).equals(seen.get(size - 3));
        });
        return seen.getLast();
    }

    private static String active(String more) {
        root();
        var mark = unique();
        imported(line(
                "Institut exporté " + mark,
                ", \"status\": \"ACTIVE\", \"domains\": [\"" + mark + ".example.org\"]" + more));
        return idOf(mark + ".example.org");
    }

    private static String draft() {
        var mark = unique();
        imported(line("Brouillon gardé " + mark, ", \"domains\": [\"" + mark + ".example.org\"]"));
        return idOf(mark + ".example.org");
    }

    private static JsonNode lastChange(String id) {
        String after = "";
        JsonNode found = MissingNode.getInstance();
        while (after != null) {
            var request = anonymous().queryParam("limit", 200);
            var page = json((after.isEmpty() ? request : request.queryParam("after", after))
                    .get("/v1/changes")
                    .asString());
            for (var change : page.path("items")) {
                found = change.at("/subject/id").asText().equals(id) ? change : found;
            }
            after = page.path("nextCursor").asText(null);
        }
        return found;
    }

    private static Set<String> versions(JsonNode items) {
        var versions = new HashSet<String>();
        items.forEach(item -> versions.add(
                item.path("id").asText() + " " + item.path("version").asText()));
        return versions;
    }

    private static List<String> ids(HttpResponse<String> export) {
        return json(export).path("items").findValuesAsText("id");
    }

    private static JsonNode feature(JsonNode collection, String id) {
        for (var feature : collection.path("features")) {
            if (feature.path("id").asText().equals(id)) {
                return feature;
            }
        }
        throw new AssertionError(id);
    }

    private static String type(HttpResponse<String> response) {
        return response.headers().firstValue("Content-Type").orElse("");
    }
}
