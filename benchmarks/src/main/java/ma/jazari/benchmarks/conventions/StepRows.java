package ma.jazari.benchmarks.conventions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import ma.jazari.benchmarks.BenchmarkException;
import ma.jazari.benchmarks.floor.FloorStep;
import ma.jazari.benchmarks.floor.Model;
import ma.jazari.benchmarks.floor.RowTemplate;
import ma.jazari.benchmarks.load.Call;
import ma.jazari.benchmarks.load.HttpLoad;
import ma.jazari.benchmarks.stack.Registry;

/** What partnerships-service writes at each step, read from a convention that goes through all of them. */
final class StepRows {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REVISION_IS_THERE =
            "(convention_id, number) do update set state = excluded.state, assent = excluded.assent,"
                    + " in_force_to = excluded.in_force_to";

    private final Registry registry;
    private final HttpLoad http;
    private final ConventionCalls calls;

    StepRows(Registry registry, HttpLoad http, ConventionCalls calls) {
        this.registry = registry;
        this.http = http;
        this.calls = calls;
    }

    Map<Step, FloorStep> read() throws InterruptedException {
        var steps = new EnumMap<Step, FloorStep>(Step.class);
        try (var database = registry.connect("partnerships")) {
            var shown = send(calls.create(registry.conventionsDirect()));
            var id = shown.required("id").asText();
            var waiting =
                    new Waiting(id, shown.required("digest").required("value").asText());
            var model = Model.convention(id, shown.required("code").asText());
            var before = List.<RowTemplate>of();
            for (var step : Step.values()) {
                if (step != Step.CREATE) {
                    shown = send(calls.call(step, registry.conventionsDirect(), waiting));
                }
                steps.put(step, new FloorStep(model, before, written(database, step, id)));
                before = state(database, step, id);
            }
            checkIsApproved(shown);
        } catch (SQLException failure) {
            throw new BenchmarkException("The rows of a convention: " + failure.getMessage(), failure);
        }
        return steps;
    }

    private JsonNode send(Call call) throws InterruptedException {
        var answer = HttpLoad.await(http.send(call.as(registry.token())), Duration.ZERO);
        try {
            return JSON.readTree(answer.getBytes());
        } catch (IOException failure) {
            throw new BenchmarkException("An answer is no JSON: " + answer, failure);
        }
    }

    /** The rows as the step wrote them, in the order of the service. No deadline is among them before signatures. */
    private static List<RowTemplate> written(Connection database, Step step, String id) throws SQLException {
        var rows = new ArrayList<RowTemplate>();
        if (step == Step.CREATE) {
            rows.add(convention(database, id));
        } else {
            rows.add(RowTemplate.updating(database, "convention", id));
            rows.add(revision(database, id).onConflict(REVISION_IS_THERE));
        }
        rows.add(RowTemplate.inserting(
                database, "change_log", "subject_id = ? order by subject_version desc limit 1", id));
        return rows;
    }

    /** The rows that are there after the step, for the next one to change. */
    private static List<RowTemplate> state(Connection database, Step step, String id) throws SQLException {
        return step == Step.CREATE
                ? List.of(convention(database, id))
                : List.of(convention(database, id), revision(database, id));
    }

    private static RowTemplate convention(Connection database, String id) throws SQLException {
        return RowTemplate.inserting(database, "convention", "id = ?", id);
    }

    private static RowTemplate revision(Connection database, String id) throws SQLException {
        return RowTemplate.inserting(database, "convention_revision", "convention_id = ?", id);
    }

    private static void checkIsApproved(JsonNode convention) {
        if (!convention.path("status").asText().equals("APPROVED")) {
            throw new BenchmarkException("Two approvals did not make it an approved convention: " + convention);
        }
    }
}
