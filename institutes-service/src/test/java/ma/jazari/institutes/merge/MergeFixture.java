package ma.jazari.institutes.merge;

import static ma.jazari.platform.test.Api.as;

import io.agroal.api.AgroalDataSource;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.enterprise.inject.spi.CDI;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import ma.jazari.platform.test.Api;
import ma.jazari.platform.test.Tokens;

/** Institutes to be merged, made through the API as a client would make them, and what belongs to them. */
final class MergeFixture {

    private static final String RELATE =
            """
            insert into institute_relationship
                (id, institute_id, type, other_id, valid_from, inverse_id, version, created_at, updated_at)
            values ('%1$s', '%3$s', '%5$s', '%4$s', '2026-03-01', '%2$s', 1, now(), now()),
                   ('%2$s', '%4$s', '%6$s', '%3$s', '2026-03-01', '%1$s', 1, now(), now())
            """;

    private MergeFixture() {}

    static String body(String kind, String name, String more) {
        return """
                {"kind": "%s", "names": [{"value": "%s", "lang": "fr", "type": "DISPLAY"}],
                 "missions": ["RESEARCH"], "region": "MA-03" %s}
                """
                .formatted(kind, name, more);
    }

    static String active(String name) {
        return active(name, "");
    }

    static String active(String name, String more) {
        root();
        return activated(body("INSTITUTE", name, more));
    }

    static String antenna(String name, String parent) {
        return activated(body("ANTENNA", name, ", \"parentId\": \"" + parent + "\""));
    }

    static String activated(String body) {
        var id = draft(body);
        move(id, "PENDING").then().statusCode(200);
        move(id, "ACTIVE").then().statusCode(200);
        return id;
    }

    static String draft(String body) {
        return as(Tokens.networkAdmin())
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/institutes")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    static String root() {
        var found = as(Tokens.networkAdmin())
                .get("/v1/institutes?kind=ROOT&status=ACTIVE")
                .<String>path("items[0].id");
        return found == null ? activated(body("ROOT", "JAZARI ROOT", "")) : found;
    }

    static Response move(String id, String to) {
        return transition(id, etag(id), "{\"to\": \"" + to + "\", \"reason\": \"as the test says\"}");
    }

    static Response merge(String source, String successor) {
        return transition(source, etag(source), merging(successor));
    }

    static Response dryRun(String source, String successor) {
        return as(Tokens.networkAdmin())
                .contentType(ContentType.JSON)
                .header("If-Match", etag(source))
                .body(merging(successor))
                .post("/v1/institutes/{id}/transitions?dryRun=true", source);
    }

    static String merging(String successor) {
        return "{\"to\": \"MERGED\", \"successorId\": \"" + successor + "\", \"reason\": \"one team\"}";
    }

    static Response transition(String id, String ifMatch, String body) {
        return as(Tokens.networkAdmin())
                .contentType(ContentType.JSON)
                .header("If-Match", ifMatch)
                .body(body)
                .post("/v1/institutes/{id}/transitions", id);
    }

    static Response patch(String id, String patch) {
        return as(Tokens.networkAdmin())
                .contentType(Api.MERGE_PATCH)
                .header("If-Match", "*")
                .body(patch)
                .patch("/v1/institutes/{id}", id);
    }

    /** The record itself, merged or not. */
    static Response read(String id) {
        return as(Tokens.networkAdmin()).get("/v1/institutes/{id}?redirect=false", id);
    }

    static String etag(String id) {
        return read(id).header("ETag");
    }

    static String aDomain() {
        return "d" + UUID.randomUUID().toString().substring(0, 8) + ".ma";
    }

    static String competency(String institute, String field, String level, int people) throws SQLException {
        var id = UUID.randomUUID().toString();
        execute("insert into institute_competency values ('%s', '%s', '%s', '%s', %d, 1, now(), now())"
                .formatted(id, institute, field, level, people));
        return id;
    }

    static String solution(String institute) throws SQLException {
        var id = UUID.randomUUID().toString();
        execute(
                """
                insert into institute_solution values ('%s', '%s',
                    '[{"value": "Traduction", "lang": "fr", "type": "DISPLAY"}]', 'culture', 6, null, '{ar}', '{MA}', 1,
                    now(), now())
                """
                        .formatted(id, institute));
        return id;
    }

    static String infrastructure(String institute) throws SQLException {
        var id = UUID.randomUUID().toString();
        execute(
                """
                insert into institute_infrastructure values ('%s', '%s', 'CLUSTER', 'Grappe', 'MA', 'IAJ', 'MA', 8, 20,
                    default, 1, now(), now())
                """
                        .formatted(id, institute));
        return id;
    }

    /** Relates the two; returns the id of the row of the first. */
    static String relate(String one, String type, String inverse, String other) throws SQLException {
        var id = UUID.randomUUID().toString();
        execute(RELATE.formatted(id, UUID.randomUUID(), one, other, type, inverse));
        return id;
    }

    static void execute(String sql) throws SQLException {
        try (var connection = database().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of what a query finds. */
    static List<String> rows(String sql) throws SQLException {
        try (var connection = database().getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (row.next()) {
                found.add(row.getString(1));
            }
            return found;
        }
    }

    static List<String> competencies(String institute) throws SQLException {
        return rows("select field || ' ' || level || ' ' || people from institute_competency where institute_id = '"
                + institute + "' order by 1");
    }

    static List<String> relationships(String institute) throws SQLException {
        return rows("select type || ' ' || other_id from institute_relationship where institute_id = '" + institute
                + "' order by 1");
    }

    /** The types of the changes of the record since that version. */
    static List<String> changes(String id, long after) throws SQLException {
        return rows("select type from change_log where subject_id = '" + id + "' and subject_version > " + after
                + " order by subject_version");
    }

    static int version(String id) {
        return read(id).path("version");
    }

    private static AgroalDataSource database() {
        return CDI.current().select(AgroalDataSource.class).get();
    }
}
