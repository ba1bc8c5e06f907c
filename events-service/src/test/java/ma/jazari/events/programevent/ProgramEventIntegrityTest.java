package ma.jazari.events.programevent;

import static ma.jazari.platform.test.Api.anonymous;
import static ma.jazari.platform.test.Api.as;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import ma.jazari.platform.test.RealParts;
import ma.jazari.platform.test.Tokens;
import org.junit.jupiter.api.Test;

/** Whoever writes into the database of program events past the registry is found, and told where. */
@QuarkusTest
@WithTestResource(RealParts.class)
class ProgramEventIntegrityTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    AgroalDataSource database;

    @Test
    void finds_nothing_in_what_the_registry_wrote() throws IOException {
        var id = ApiFixture.published("Séminaire intact");
        ApiFixture.patch(Tokens.networkAdmin(), id, "*", "{\"start\": \"2026-06-01T11:00\"}")
                .then()
                .statusCode(200);
        ApiFixture.move(id, "CANCELLED").then().statusCode(200);

        assertThat(found(id)).isEmpty();
    }

    @Test
    void finds_an_event_that_was_altered() throws Exception {
        var id = ApiFixture.draft("Séminaire altéré", "j00000098");

        execute("update program_event set sample = true where id = '" + id + "'");
        assertThat(found(id)).containsExactly("RECORD_ALTERED program_event 1");
        execute("update program_event set sample = false, region = 'MA-01' where id = '" + id + "'");
        assertThat(found(id)).as("what lists filter by").containsExactly("RECORD_ALTERED program_event 1");
        execute("update program_event set region = 'MA-03' where id = '" + id + "'");
        assertThat(found(id)).isEmpty();
    }

    @Test
    void finds_a_log_whose_subject_is_no_id_of_an_event() throws Exception {
        execute(
                """
                insert into change_log (id, type, subject_type, subject_id, subject_version, at, actor, entry, hash, state)
                values ('%s', 'program-event.drafted', 'PROGRAM_EVENT', 'forged', 1, now(), 'x', '{}', 'none', '{}')
                """
                        .formatted(UUID.randomUUID()));

        assertThat(found("forged")).contains("NO_RECORD program_event 1", "ENTRY_ALTERED change_log 1");

        execute(
                "set session_replication_role = replica",
                "delete from change_log where subject_id = 'forged'",
                "set session_replication_role = default");
    }

    @Test
    void is_for_the_network_administrator_and_the_auditor() {
        anonymous().get("/v1/program-events/integrity").then().statusCode(401);
        as(Tokens.instituteAdmin("j00000098"))
                .get("/v1/program-events/integrity")
                .then()
                .statusCode(403);
        as(Tokens.auditor()).get("/v1/program-events/integrity").then().statusCode(200);
    }

    /** What is found of the record, each as kind, table and version. */
    private static List<String> found(String id) throws IOException {
        var found = new ArrayList<String>();
        JsonNode last = MissingNode.getInstance();
        for (var text : as(Tokens.networkAdmin())
                .get("/v1/program-events/integrity")
                .asString()
                .lines()
                .toList()) {
            last = JSON.readTree(text);
            var finding = last.path("finding");
            if (finding.path("subject").path("id").asText().equals(id)) {
                found.add(finding.get("kind").asText() + " "
                        + finding.get("table").asText() + " "
                        + finding.get("version").asText());
            }
        }
        assertThat(last.has("result")).isTrue();
        assertThat(last.path("result").path("notCompared")).isEmpty();
        return found;
    }

    private void execute(String... statements) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
