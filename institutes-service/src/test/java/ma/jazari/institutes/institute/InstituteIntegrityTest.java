package ma.jazari.institutes.institute;

import static ma.jazari.institutes.institute.InstituteFixture.active;
import static ma.jazari.institutes.institute.InstituteFixture.body;
import static ma.jazari.institutes.institute.InstituteFixture.create;
import static ma.jazari.institutes.institute.InstituteFixture.draft;
import static ma.jazari.institutes.institute.InstituteFixture.etag;
import static ma.jazari.institutes.institute.InstituteFixture.move;
import static ma.jazari.institutes.institute.InstituteFixture.patch;
import static ma.jazari.platform.test.Api.anonymous;
import static ma.jazari.platform.test.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import ma.jazari.platform.changelog.Canonical;
import ma.jazari.platform.test.RealParts;
import ma.jazari.platform.test.Tokens;
import org.junit.jupiter.api.Test;

/** Whoever writes into the database past the registry is found, and told where. */
@QuarkusTest
@WithTestResource(RealParts.class)
class InstituteIntegrityTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OF_VERSION = " where subject_id = '%s' and subject_version = %d";

    @Inject
    AgroalDataSource database;

    @Test
    void finds_nothing_in_what_the_registry_wrote() {
        var edited = activeWithContacts();
        patch(
                        Tokens.networkAdmin(),
                        edited,
                        etag(edited),
                        "{\"contacts\": [], \"location\": {\"city\": \"Fès\", \"lat\": 34.03, \"lon\": -0.00005}}")
                .then()
                .statusCode(200);
        patch(Tokens.networkAdmin(), edited, etag(edited), "{\"location\": null, \"established\": \"2026-03-01\"}")
                .then()
                .statusCode(200);
        var closed = active("Institut fermé");
        move(closed, "SUSPENDED").then().statusCode(200);
        move(closed, "CLOSED").then().statusCode(200);
        var rejected = create(
                        body("INSTITUTE", "Institut refusé", ", \"domains\": [\"refuse" + unique() + ".example.org\"]"))
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        move(rejected, "PENDING").then().statusCode(200);
        move(rejected, "REJECTED").then().statusCode(200);
        var waiting = draft("Institut en attente");

        var lines = check();

        assertThat(lines.getFirst().fieldNames()).toIterable().containsExactly("checked", "of");
        assertThat(findings(lines, edited, closed, rejected, waiting, InstituteFixture.root()))
                .isEmpty();
        var result = lines.getLast().get("result");
        assertThat(result.get("entries").asLong())
                .isGreaterThan(result.get("records").asLong());
        assertThat(result.get("headsDigests").get("INSTITUTE").asText()).matches("[0-9a-f]{64}");
        assertThat(result.get("notCompared")).isEmpty();
    }

    @Test
    void finds_an_entry_whose_text_was_altered() throws SQLException {
        var id = active("Institut au texte altéré");

        try (var tampering = Tampering.withLog(database, id)) {
            tampering.execute("update change_log set entry = replace(entry, 'as the test says', 'because')"
                    + OF_VERSION.formatted(id, 2));

            assertThat(found(id)).containsExactly("ENTRY_ALTERED change_log 2");
        }
        assertThat(found(id)).isEmpty();
    }

    @Test
    void finds_a_hash_that_was_altered() throws SQLException {
        var id = active("Institut à l'empreinte altérée");

        try (var tampering = Tampering.withLog(database, id)) {
            tampering.execute("update change_log set hash = repeat('0', 64)" + OF_VERSION.formatted(id, 2));

            assertThat(found(id)).containsExactly("ENTRY_ALTERED change_log 2");
        }
    }

    @Test
    void finds_an_entry_that_was_rewritten_with_a_hash_that_fits() throws SQLException {
        var id = active("Institut à l'histoire récrite");

        try (var tampering = Tampering.withLog(database, id)) {
            tampering.execute("update change_log set entry = replace(entry, 'as the test says', 'because')"
                    + OF_VERSION.formatted(id, 2));
            tampering.execute("update change_log set hash = encode(sha256(convert_to(entry, 'UTF8')), 'hex')"
                    + OF_VERSION.formatted(id, 2));

            assertThat(found(id)).containsExactly("CHAIN_BROKEN change_log 3");
        }
    }

    @Test
    void finds_an_entry_that_is_no_json_any_more() throws SQLException {
        var id = active("Institut illisible");

        try (var tampering = Tampering.withLog(database, id)) {
            tampering.execute("update change_log set entry = 'gone'" + OF_VERSION.formatted(id, 2));

            assertThat(found(id)).contains("ENTRY_ALTERED change_log 2").allMatch(finding -> finding.endsWith(" 2"));
        }
    }

    @Test
    void finds_a_state_that_was_altered() throws SQLException {
        var id = active("Institut à l'état altéré");

        for (int version : List.of(2, 3)) {
            try (var tampering = Tampering.withLog(database, id)) {
                tampering.execute("update change_log set state = jsonb_set(state, '{region}', '\"MA-11\"')"
                        + OF_VERSION.formatted(id, version));

                assertThat(found(id)).containsExactly("STATE_ALTERED change_log " + version);
            }
        }
    }

    @Test
    void finds_changes_that_were_made_up_together_with_all_that_follows() throws Exception {
        var id = active("Institut aux changements inventés");

        try (var tampering = Tampering.withLog(database, id)) {
            var last = entryOf(id, 3);
            ((ObjectNode) last.get("changes").get(0)).put("from", "DRAFT");
            tampering.execute(rewritten(id, 3, last));

            assertThat(found(id)).containsExactly("CHANGES_ALTERED change_log 3");
        }
    }

    @Test
    void finds_columns_that_contradict_the_entry() throws SQLException {
        var id = active("Institut aux colonnes altérées");

        try (var tampering = Tampering.withLog(database, id)) {
            tampering.execute(
                    "update change_log set actor = 'somebody', at = at - interval '1 day', type = 'institute.closed'"
                            + OF_VERSION.formatted(id, 2));

            assertThat(found(id)).containsExactly("COLUMN_ALTERED change_log 2");
            assertThat(details(id)).contains("type, at, actor");
        }
    }

    @Test
    void finds_what_was_altered_in_the_private_part() throws SQLException {
        var id = activeWithContacts();

        for (var change : List.of(
                "jsonb_set(private_part, '{changes,0,to,0,email}', '\"b@example.org\"')",
                "jsonb_set(private_part, '{state,contacts,0,email}', '\"b@example.org\"')",
                "private_part - 'salt'",
                "null")) {
            try (var tampering = Tampering.withLog(database, id)) {
                tampering.execute("update change_log set private_part = " + change + OF_VERSION.formatted(id, 1));

                assertThat(found(id)).as(change).contains("PRIVATE_PART_ALTERED change_log 1");
            }
        }
        assertThat(found(id)).isEmpty();
    }

    @Test
    void finds_an_entry_that_was_deleted_from_the_middle() throws SQLException {
        var id = active("Institut au milieu manquant");

        try (var tampering = Tampering.withLog(database, id)) {
            tampering.execute("delete from change_log" + OF_VERSION.formatted(id, 2));

            assertThat(found(id)).containsExactly("VERSION_MISSING change_log 3");
        }
    }

    @Test
    void finds_that_the_end_of_a_log_was_deleted() throws SQLException {
        var id = active("Institut à la fin manquante");

        try (var tampering = Tampering.withLog(database, id)) {
            tampering.execute("delete from change_log" + OF_VERSION.formatted(id, 3));

            assertThat(found(id)).containsExactly("LOG_TRUNCATED change_log 3");
        }
    }

    @Test
    void finds_that_a_whole_log_was_deleted() throws SQLException {
        var id = active("Institut sans histoire");

        try (var tampering = Tampering.withLog(database, id)) {
            tampering.execute("delete from change_log where subject_id = '" + id + "'");

            assertThat(found(id)).containsExactly("NO_LOG institute 3");
        }
    }

    @Test
    void finds_an_entry_that_was_forged_with_great_care() throws Exception {
        var id = active("Institut à l'entrée forgée");

        try (var tampering = Tampering.withLog(database, id)) {
            var forged = entryOf(id, 3);
            forged.put("version", 4);
            forged.put("previousHash", Canonical.sha256(Canonical.json(entryOf(id, 3))));
            forged.putArray("changes");
            var state = (ObjectNode)
                    JSON.readTree(text("select state::text from change_log" + OF_VERSION.formatted(id, 3)));
            state.put("version", 4);
            forged.put("stateDigest", Canonical.sha256(Canonical.json(state)));
            tampering.execute(
                    """
                    insert into change_log (id, type, subject_type, subject_id, subject_version, at, actor, entry, hash, state)
                    select '%s', type, subject_type, subject_id, 4, at, actor, '', '', $$%s$$ from change_log
                    """
                                    .formatted(UUID.randomUUID(), state)
                            + OF_VERSION.formatted(id, 3));
            tampering.execute(rewritten(id, 4, forged));

            assertThat(found(id)).containsExactly("LOG_AHEAD change_log 4");
        }
    }

    @Test
    void finds_a_log_of_a_record_that_there_is_not() throws SQLException {
        var id = "forged-" + unique();

        try (var tampering = Tampering.withLog(database, id)) {
            tampering.execute(
                    """
                    insert into change_log (id, type, subject_type, subject_id, subject_version, at, actor, entry, hash, state)
                    values ('%s', 'institute.created', 'INSTITUTE', '%s', 1, now(), 'x', '{}', 'none', '{}')
                    """
                            .formatted(UUID.randomUUID(), id));

            assertThat(found(id)).contains("NO_RECORD institute 1", "ENTRY_ALTERED change_log 1");
        }
    }

    @Test
    void finds_a_column_of_the_record_that_was_altered() throws SQLException {
        var id = active("Institut déplacé en cachette");

        try (var tampering = Tampering.with(database, "institute", "id", id)) {
            tampering.execute("update institute set region = 'MA-11' where id = '" + id + "'");

            assertThat(found(id)).containsExactly("RECORD_ALTERED institute 3");
            assertThat(details(id)).isEqualTo("/region is \"MA-11\" in the table and \"MA-03\" in the log.");
        }
    }

    @Test
    void finds_contacts_that_were_altered_and_does_not_repeat_them() throws SQLException {
        var id = activeWithContacts();

        try (var tampering = Tampering.with(database, "institute", "id", id)) {
            tampering.execute(
                    "update institute set details = jsonb_set(details, '{contacts,0,email}', '\"b@example.org\"')"
                            + " where id = '" + id + "'");

            assertThat(found(id)).containsExactly("RECORD_ALTERED institute 3");
            assertThat(details(id)).contains("/contacts").doesNotContain("example.org");
        }
    }

    @Test
    void finds_a_record_that_was_made_unreadable_and_checks_its_neighbours_all_the_same() throws SQLException {
        var id = active("Institut indéchiffrable");
        var neighbour = active("Institut voisin");

        try (var tampering = Tampering.with(database, "institute", "id", id);
                var other = Tampering.with(database, "institute", "id", neighbour)) {
            tampering.execute("update institute set status = 'NONSENSE' where id = '" + id + "'");
            other.execute("update institute set region = 'MA-11' where id = '" + neighbour + "'");

            assertThat(found(id)).containsExactly("RECORD_UNREADABLE institute 3");
            assertThat(found(neighbour)).containsExactly("RECORD_ALTERED institute 3");
        }
    }

    @Test
    void finds_a_record_that_was_deleted() throws SQLException {
        var id = active("Institut effacé");

        try (var tampering = Tampering.with(database, "institute", "id", id)) {
            tampering.execute("delete from institute where id = '" + id + "'");

            assertThat(found(id)).containsExactly("NO_RECORD institute 3");
        }
    }

    @Test
    void finds_a_part_that_was_altered_or_added() throws SQLException {
        var id = active("Institut aux compétences altérées");
        try (var connection = database.getConnection();
                var insert = connection.createStatement()) {
            insert.execute(
                    """
                    insert into institute_competency (id, institute_id, field, level, people, version, created_at, updated_at)
                    values ('%s', '%s', 'computer-vision', 'RESEARCH', 12, 1, now(), now())
                    """
                            .formatted(UUID.randomUUID(), id));
        }

        assertThat(found(id)).as("not logged yet").containsExactly("RECORD_ALTERED institute_competency 3");
        patch(Tokens.networkAdmin(), id, etag(id), "{\"region\": \"MA-05\"}")
                .then()
                .statusCode(200);
        assertThat(found(id)).isEmpty();
        try (var tampering = Tampering.with(database, "institute_competency", "institute_id", id)) {
            tampering.execute("update institute_competency set people = 13 where institute_id = '" + id + "'");

            assertThat(found(id)).containsExactly("RECORD_ALTERED institute_competency 4");
            assertThat(details(id)).endsWith("/people is 13 in the table and 12 in the log.");
        }
    }

    @Test
    void finds_keys_that_are_not_those_of_the_record() throws SQLException {
        var domain = "cles" + unique() + ".example.org";
        var id = create(body("INSTITUTE", "Institut à la clé", ", \"domains\": [\"" + domain + "\"]"))
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        assertThat(found(id)).isEmpty();

        try (var tampering = Tampering.with(database, "institute_key", "institute_id", id)) {
            tampering.execute("update institute_key set value = 'x" + domain + "' where value = '" + domain + "'");

            assertThat(found(id)).containsExactly("RECORD_ALTERED institute_key 1", "RECORD_ALTERED institute_key 1");
        }
    }

    @Test
    void is_for_the_network_administrator_and_the_auditor() {
        anonymous().get("/v1/institutes/integrity").then().statusCode(401);
        as(Tokens.instituteAdmin("j00000098"))
                .get("/v1/institutes/integrity")
                .then()
                .statusCode(403);
        as(Tokens.auditor())
                .get("/v1/institutes/integrity")
                .then()
                .statusCode(200)
                .header("Content-Type", containsString("application/x-ndjson"));
    }

    @Test
    void runs_once_at_a_time() throws SQLException {
        try (var connection = database.getConnection();
                var lock = connection.createStatement()) {
            lock.execute("select pg_advisory_lock(hashtextextended('jazari:integrity', 0))");

            as(Tokens.networkAdmin())
                    .get("/v1/institutes/integrity")
                    .then()
                    .statusCode(409)
                    .header("Content-Type", containsString("application/problem+json"))
                    .body(containsString("running already"));

            lock.execute("select pg_advisory_unlock_all()");
        }
        assertThat(check()).isNotEmpty();
    }

    private static List<JsonNode> check() {
        var answer = as(Tokens.networkAdmin()).get("/v1/institutes/integrity");
        answer.then().statusCode(200);
        var lines = answer.asString().lines().map(InstituteIntegrityTest::json).toList();
        assertThat(lines.getLast().has("result")).isTrue();
        return lines;
    }

    private static List<JsonNode> findings(List<JsonNode> lines, String... ids) {
        return lines.stream()
                .filter(line -> line.has("finding"))
                .map(line -> line.get("finding"))
                .filter(finding ->
                        List.of(ids).contains(finding.get("subject").get("id").asText()))
                .toList();
    }

    /** What is found of the record, each as kind, table and version. */
    private static List<String> found(String id) {
        return findings(check(), id).stream()
                .map(finding -> String.join(
                        " ",
                        finding.get("kind").asText(),
                        finding.get("table").asText(),
                        finding.get("version").asText()))
                .toList();
    }

    private static String details(String id) {
        return findings(check(), id).getFirst().get("detail").asText();
    }

    private static String activeWithContacts() {
        InstituteFixture.root();
        var id = create(body(
                        "INSTITUTE",
                        "Institut aux contacts",
                        ", \"contacts\": [{\"role\": \"ADMISSIONS\", \"email\": \"a@example.org\"}]"))
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        move(id, "PENDING").then().statusCode(200);
        move(id, "ACTIVE").then().statusCode(200);
        return id;
    }

    private ObjectNode entryOf(String id, long version) throws SQLException {
        return (ObjectNode) json(text("select entry from change_log" + OF_VERSION.formatted(id, version)));
    }

    /** Puts this entry there, with its own hash. */
    private static String rewritten(String id, long version, ObjectNode entry) {
        var text = Canonical.json(entry);
        return "update change_log set entry = $$%s$$, hash = '%s'".formatted(text, Canonical.sha256(text))
                + OF_VERSION.formatted(id, version);
    }

    private String text(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.createStatement();
                var row = select.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + text, e);
        }
    }

    private static String unique() {
        return Long.toString(ThreadLocalRandom.current().nextLong(1L << 40), 36);
    }
}
