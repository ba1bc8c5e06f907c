package ma.jazari.institutes.curation;

import static ma.jazari.platform.test.Api.anonymous;
import static ma.jazari.platform.test.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import ma.jazari.platform.test.Api;
import ma.jazari.platform.test.RealParts;
import ma.jazari.platform.test.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@WithTestResource(RealParts.class)
class CurationResourceTest {

    private static final String FRENCH = "{\"value\": \"%s\", \"lang\": \"fr\", \"type\": \"DISPLAY\"}";
    private static final String ARABIC = "{\"value\": \"معهد\", \"lang\": \"ar-MA\", \"type\": \"DISPLAY\"}";
    private static final String ONCE_ARABIC = "{\"value\": \"معهد\", \"lang\": \"ar\", \"type\": \"FORMER\"}";
    private static final String PLACE = ", \"location\": {\"city\": \"Fès\"}";

    @Inject
    AgroalDataSource database;

    @Test
    void is_for_the_network_administrator_and_the_auditor() {
        for (var path : new String[] {"", "/pending-admissions", "/without-arabic-name", "/without-place", "/stale"}) {
            var url = "/v1/institutes/curation" + path;
            anonymous().get(url).then().statusCode(401);
            as(Tokens.instituteAdmin("j00000098")).get(url).then().statusCode(403);
            as(Tokens.partner("p00000098")).get(url).then().statusCode(403);
            as(Tokens.auditor()).get(url).then().statusCode(200);
            as(Tokens.networkAdmin()).get(url).then().statusCode(200);
        }
    }

    @Test
    void counts_each_list_and_leads_to_it() {
        draft("Institut compté", "");

        var overview = as(Tokens.networkAdmin())
                .get("/v1/institutes/curation")
                .then()
                .body("lists.list", contains("pending-admissions", "without-arabic-name", "without-place", "stale"))
                .body("lists[1].count", greaterThanOrEqualTo(1))
                .extract();

        for (int i = 0; i < 4; i++) {
            as(Tokens.networkAdmin())
                    .get(overview.<String>path("lists[" + i + "].url") + "?total=true")
                    .then()
                    .statusCode(200)
                    .body("total", equalTo(overview.<Integer>path("lists[" + i + "].count")));
        }
    }

    @Test
    void says_since_when_an_admission_is_pending() throws SQLException {
        var id = draft("Institut candidat", PLACE);
        move(id, "PENDING");
        execute(
                "update change_log set at = now() - interval '10 days' where subject_id = ? and type = 'institute.submitted'",
                id);
        change(id, "{\"region\": \"MA-05\"}");

        as(Tokens.auditor())
                .get("/v1/institutes/curation/pending-admissions?limit=1&lang=fr")
                .then()
                .header("Content-Language", equalTo("fr"))
                .body("items[0].institute.id", equalTo(id))
                .body("items[0].institute.displayName", equalTo("Institut candidat"))
                .body("items[0].institute.kind", equalTo("INSTITUTE"))
                .body("items[0].institute.status", equalTo("PENDING"))
                .body("items[0].institute.region", equalTo("MA-05"))
                .body("items[0].institute.version", equalTo(3))
                .body("items[0].ageDays", equalTo(10))
                .body("items[0]", hasKey("since"))
                .body("items[0]", not(hasKey("displayLanguage")));
        move(id, "REJECTED");
        assertThat(ids("pending-admissions")).doesNotContain(id);
    }

    @Test
    void finds_those_without_a_name_in_arabic() {
        var without = draft("Institut sans nom arabe", PLACE);
        var with = draft("Institut bilingue", PLACE);
        change(with, "{\"names\": [" + FRENCH.formatted("Institut bilingue") + ", " + ARABIC + "]}");
        var former = draft("Institut renommé", PLACE);
        change(former, "{\"names\": [" + FRENCH.formatted("Institut renommé") + ", " + ONCE_ARABIC + "]}");

        assertThat(ids("without-arabic-name")).contains(without, former).doesNotContain(with);
    }

    @Test
    void finds_those_without_a_place() {
        var nowhere = draft("Institut sans lieu", "");
        var coordinates = draft("Institut en coordonnées", ", \"location\": {\"lat\": 34.0, \"lon\": -5.0}");
        var placed = draft("Institut situé", PLACE);

        assertThat(ids("without-place")).contains(nowhere, coordinates).doesNotContain(placed);
    }

    @Test
    void finds_those_of_the_network_that_nobody_touched_for_long() throws SQLException {
        var old = active("Institut oublié");
        var older = active("Institut très oublié");
        var fresh = active("Institut soigné");
        var oldDraft = draft("Brouillon oublié", "");
        for (var id : new String[] {old, oldDraft}) {
            execute("update institute set updated_at = now() - interval '366 days' where id = ?", id);
        }
        execute("update institute set updated_at = now() - interval '800 days' where id = ?", older);

        assertThat(ids("stale")).containsSubsequence(older, old).doesNotContain(fresh, oldDraft);
        assertThat(ids("stale?days=700")).contains(older).doesNotContain(old);
        assertThat(ids("stale?days=3650")).doesNotContain(older, old);
        as(Tokens.auditor())
                .get("/v1/institutes/curation/stale?days=700")
                .then()
                .body("items.ageDays", hasItem(800));
        execute("update institute set status = 'CLOSED' where id = ?", old);
        assertThat(ids("stale")).doesNotContain(old);
        assertThat(ids("without-place")).doesNotContain(old);
        assertThat(ids("without-arabic-name")).doesNotContain(old);
    }

    @Test
    void pages_without_repeating_or_missing_any() {
        var made = Stream.of("un", "deux", "trois")
                .map(name -> draft("Institut page " + name, ""))
                .toList();

        var all = new ArrayList<String>();
        String cursor = null;
        do {
            var request = as(Tokens.auditor()).queryParam("limit", 2);
            var page = (cursor == null ? request : request.queryParam("cursor", cursor))
                    .get("/v1/institutes/curation/without-place");
            all.addAll(page.<List<String>>path("items.institute.id"));
            cursor = page.path("nextCursor");
        } while (cursor != null);

        assertThat(all).doesNotHaveDuplicates().containsSubsequence(made).isEqualTo(ids("without-place"));
        var foreign = as(Tokens.auditor())
                .get("/v1/institutes/curation/without-place?limit=1")
                .<String>path("nextCursor");
        as(Tokens.auditor())
                .get("/v1/institutes/curation/without-arabic-name?cursor={c}", foreign)
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-cursor"));
    }

    @ParameterizedTest
    @CsvSource({
        "stale?days=0, days",
        "stale?days=3651, days",
        "stale?days=ten, days",
        "without-place?days=5, days",
        "stale?limit=0, limit",
        "stale?day=5, day"
    })
    void refuses_parameters_that_mean_nothing(String path, String pointer) {
        as(Tokens.networkAdmin())
                .get("/v1/institutes/curation/" + path)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains(pointer));
    }

    @Test
    void knows_no_other_list() {
        as(Tokens.networkAdmin())
                .get("/v1/institutes/curation/everything")
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @EnumSource(CurationList.class)
    void is_served_by_the_index_of_the_list(CurationList list) throws SQLException {
        var index =
                switch (list) {
                    case PENDING_ADMISSIONS -> "institute_pending";
                    case WITHOUT_ARABIC_NAME -> "institute_without_arabic_name";
                    case WITHOUT_PLACE -> "institute_without_place";
                    case STALE -> "institute_in_service_by_change";
                };

        assertThat(plan(list.page())).contains(index);
        assertThat(plan(list.count())).contains(index);
    }

    /** What the database would do if there were many rows: tables of a few are read whole. */
    private String plan(String sql) throws SQLException {
        var literal = sql.replace("?::timestamptz", "'2026-01-01'::timestamptz")
                .replace(", ?)", ", '')")
                .replace("limit ?", "limit 20");
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local enable_seqscan = off");
            try (var row = statement.executeQuery("explain " + literal)) {
                var plan = new StringBuilder();
                while (row.next()) {
                    plan.append(row.getString(1)).append('\n');
                }
                return plan.toString();
            } finally {
                connection.rollback();
            }
        }
    }

    private static List<String> ids(String path) {
        var found = new ArrayList<String>();
        String cursor = null;
        do {
            var request = as(Tokens.networkAdmin()).queryParam("limit", 200);
            var page = (cursor == null ? request : request.queryParam("cursor", cursor))
                    .get("/v1/institutes/curation/" + path);
            found.addAll(page.then().statusCode(200).extract().<List<String>>path("items.institute.id"));
            cursor = page.path("nextCursor");
        } while (cursor != null);
        return found;
    }

    private static String active(String name) {
        var id = draft(name, "");
        move(id, "PENDING");
        move(id, "ACTIVE");
        return id;
    }

    private static String draft(String name, String more) {
        if (as(Tokens.networkAdmin())
                        .get("/v1/institutes?kind=ROOT&status=ACTIVE")
                        .path("items[0].id")
                == null) {
            var root = create("ROOT", "JAZARI ROOT", "");
            move(root, "PENDING");
            move(root, "ACTIVE");
        }
        return create("INSTITUTE", name, more);
    }

    private static String create(String kind, String name, String more) {
        return as(Tokens.networkAdmin())
                .contentType(ContentType.JSON)
                .body("{\"kind\": \"%s\", \"names\": [%s], \"missions\": [\"RESEARCH\"], \"region\": \"MA-03\" %s}"
                        .formatted(kind, FRENCH.formatted(name), more))
                .post("/v1/institutes")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void move(String id, String to) {
        as(Tokens.networkAdmin())
                .contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body("{\"to\": \"%s\", \"reason\": \"comme dit le test\"}".formatted(to))
                .post("/v1/institutes/{id}/transitions", id)
                .then()
                .statusCode(200);
    }

    private static void change(String id, String patch) {
        as(Tokens.networkAdmin())
                .contentType(Api.MERGE_PATCH)
                .header("If-Match", "*")
                .body(patch)
                .patch("/v1/institutes/{id}", id)
                .then()
                .statusCode(200);
    }

    private void execute(String sql, String id) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(sql)) {
            update.setString(1, id);
            assertThat(update.executeUpdate()).isPositive();
        }
    }
}
