package ma.jazari.benchmarks.events;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ma.jazari.benchmarks.BenchmarkException;
import ma.jazari.benchmarks.events.LogModel.Logged;
import ma.jazari.benchmarks.floor.Copy;
import ma.jazari.benchmarks.floor.RowTemplate;

/** Writes measurements past the service, as it would have written them: the rows, and what the change log has of them. */
final class MeasurementRows {

    private static final int BATCH = 1_000;
    private static final String LOG_COLUMNS = "select state::text, entry, hash from change_log where subject_id = ?";

    private final FigurePlan plan;
    private final List<String> programmes;
    private final RowTemplate row;
    private final RowTemplate change;
    private final LogModel log;

    private MeasurementRows(
            FigurePlan plan, List<String> programmes, RowTemplate row, RowTemplate change, LogModel log) {
        this.plan = plan;
        this.programmes = List.copyOf(programmes);
        this.row = row;
        this.change = change;
        this.log = log;
    }

    /**
     * Like one that the service wrote.
     *
     * @param programmes the ids of those that the plan names by their place
     * @param model the id of that one
     */
    static MeasurementRows like(Connection database, String model, FigurePlan plan, List<String> programmes) {
        try (var select = database.prepareStatement(LOG_COLUMNS)) {
            select.setString(1, model);
            try (var logged = select.executeQuery()) {
                logged.next();
                return new MeasurementRows(
                        plan,
                        programmes,
                        RowTemplate.inserting(database, "measurement", "id = ?::uuid", model),
                        RowTemplate.inserting(database, "change_log", "subject_id = ?", model),
                        LogModel.of(new Logged(logged.getString(1), logged.getString(2), logged.getString(3))));
            }
        } catch (SQLException failure) {
            throw refused(failure);
        }
    }

    /** Writes the measurements from one to before another, reported at one time. */
    void write(Connection database, int from, int to, Instant at) {
        try (var rows = database.prepareStatement(row.sql());
                var changes = database.prepareStatement(change.sql())) {
            database.setAutoCommit(false);
            for (int n = from; n < to; n++) {
                add(rows, changes, n, at.toString());
                if ((n - from + 1) % BATCH == 0 || n == to - 1) {
                    rows.executeBatch();
                    changes.executeBatch();
                    database.commit();
                }
            }
            database.setAutoCommit(true);
        } catch (SQLException failure) {
            throw refused(failure);
        }
    }

    private void add(PreparedStatement rows, PreparedStatement changes, int n, String at) throws SQLException {
        var values = values(n, at);
        row.with(values).bind(rows);
        rows.addBatch();
        var logged = logged(values, at);
        change.with(Map.of(
                        "subject_id",
                        id(n),
                        "at",
                        at,
                        "state",
                        logged.state(),
                        "entry",
                        logged.entry(),
                        "hash",
                        logged.hash()))
                .bind(changes);
        changes.addBatch();
    }

    private Map<String, String> values(int n, String at) {
        var values = new HashMap<String, String>();
        values.put("id", id(n));
        values.put("programme_id", programmes.get(plan.part(n)));
        values.put("institute_id", plan.institute(n).id());
        values.put("region", plan.institute(n).region());
        values.put("period_from", plan.from(n).toString());
        values.put("period_to", plan.to(n).toString());
        values.put("value", plan.value(n));
        values.put("reported_at", at);
        values.put("updated_at", at);
        return values;
    }

    private Logged logged(Map<String, String> values, String at) {
        var state = log.state();
        state.put("id", values.get("id"))
                .put("programmeId", values.get("programme_id"))
                .put("instituteId", values.get("institute_id"))
                .put("region", values.get("region"))
                .put("value", values.get("value"))
                .put("reportedAt", at)
                .put("updatedAt", at);
        state.withObject("/period").put("from", values.get("period_from")).put("to", values.get("period_to"));
        return log.logged(state, at);
    }

    /** The id of a measurement that was written. */
    static String id(int n) {
        return Copy.risingId(n);
    }

    private static BenchmarkException refused(SQLException failure) {
        return new BenchmarkException("The rows of measurements: " + failure.getMessage(), failure);
    }
}
