package ma.jazari.benchmarks.writes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import ma.jazari.benchmarks.BenchmarkException;
import ma.jazari.benchmarks.load.Workload;
import ma.jazari.benchmarks.stack.Registry;

/** A scratch database beside the service's, made by the same migrations; dropped when closed. */
final class FloorDatabase implements AutoCloseable {

    private static final String NAME = "jazari_bench_floor";
    private static final List<String> MIGRATIONS = List.of(
            "platform-data/src/main/resources/db/platform", "institutes-service/src/main/resources/db/migration");

    private final Registry registry;
    private final Model model;
    private final RowTemplate institute;
    private final RowTemplate change;

    private FloorDatabase(Registry registry, Model model, RowTemplate institute, RowTemplate change) {
        this.registry = registry;
        this.model = model;
        this.institute = institute;
        this.change = change;
    }

    static FloorDatabase create(Registry registry, Model model) {
        try {
            drop(registry);
            registry.postgres().createDatabase(NAME);
            try (var scratch = registry.connect(NAME);
                    var original = registry.connect("institutes")) {
                migrate(scratch, registry.options().root());
                copyParent(original, scratch, model);
                return new FloorDatabase(
                        registry,
                        model,
                        RowTemplate.read(original, "institute", "id", model.id()),
                        RowTemplate.read(original, "change_log", "subject_id", model.id()));
            }
        } catch (SQLException failure) {
            throw refused(failure);
        }
    }

    /** The two inserts and their commit, over and over. */
    Workload writes(String name, int connections) {
        return new DatabaseWrites(name, connections, this::connect, model, institute, change);
    }

    private Connection connect() {
        try {
            return registry.connect(NAME);
        } catch (SQLException failure) {
            throw refused(failure);
        }
    }

    private static void migrate(Connection connection, Path root) throws SQLException {
        for (var file : migrations(root)) {
            try (var statement = connection.createStatement()) {
                statement.execute(Files.readString(file));
            } catch (IOException failure) {
                throw new BenchmarkException("Cannot read " + file + ": " + failure.getMessage(), failure);
            }
        }
    }

    /** All migrations in the order of their dates, as the service runs them. */
    private static List<Path> migrations(Path root) {
        var all = new ArrayList<Path>();
        for (var folder : MIGRATIONS) {
            try (var files = Files.list(root.resolve(folder))) {
                files.filter(file -> file.toString().endsWith(".sql")).forEach(all::add);
            } catch (IOException failure) {
                throw new BenchmarkException("Cannot read the migrations: " + failure.getMessage(), failure);
            }
        }
        all.sort(Comparator.comparing(
                file -> Objects.requireNonNull(file.getFileName()).toString()));
        return all;
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

    private static void drop(Registry registry) throws SQLException {
        try (var connection = registry.connect("postgres");
                var statement = connection.createStatement()) {
            statement.execute("drop database if exists " + NAME + " with (force)");
        }
    }

    private static BenchmarkException refused(SQLException failure) {
        return new BenchmarkException("The scratch database: " + failure.getMessage(), failure);
    }

    @Override
    public void close() {
        try {
            drop(registry);
        } catch (SQLException failure) {
            throw refused(failure);
        }
    }
}
