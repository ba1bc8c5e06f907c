package ma.jazari.benchmarks.writes;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import ma.jazari.benchmarks.BenchmarkException;
import ma.jazari.benchmarks.floor.FloorDatabase;
import ma.jazari.benchmarks.floor.FloorStep;
import ma.jazari.benchmarks.floor.Model;
import ma.jazari.benchmarks.floor.RowTemplate;
import ma.jazari.benchmarks.stack.Registry;

/** What institutes-service writes of a new institute. */
final class InstituteRows {

    private InstituteRows() {}

    static FloorStep read(Registry registry, FloorDatabase floor, Model model) {
        try (var original = registry.connect("institutes");
                var scratch = floor.connect()) {
            copyParent(original, scratch, model);
            return new FloorStep(
                    model,
                    List.of(),
                    List.of(
                            RowTemplate.inserting(original, "institute", "id = ?", model.id()),
                            RowTemplate.inserting(original, "change_log", "subject_id = ?", model.id())));
        } catch (SQLException failure) {
            throw new BenchmarkException("The rows of an institute: " + failure.getMessage(), failure);
        }
    }

    /** The record that the model and its copies refer to. */
    private static void copyParent(Connection original, Connection scratch, Model model) throws SQLException {
        var query = "select to_jsonb(p)::text from institute i join institute p on p.id = i.parent_id where i.id = ?";
        var insert = "insert into institute select * from jsonb_populate_record(null::institute, ?::jsonb)";
        try (var select = original.prepareStatement(query);
                var copy = scratch.prepareStatement(insert)) {
            select.setString(1, model.id());
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    copy.setString(1, row.getString(1));
                    copy.executeUpdate();
                }
            }
        }
    }
}
