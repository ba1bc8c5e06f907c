package ma.jazari.benchmarks.floor;

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

/** A scratch database beside a service's, made by the same migrations; dropped when closed. */
public final class FloorDatabase implements AutoCloseable {

    private static final String NAME = "jazari_bench_floor";
    private static final String PLATFORM = "platform-data/src/main/resources/db/platform";
    private static final String MIGRATIONS = "src/main/resources/db/migration";

    private final Registry registry;

    private FloorDatabase(Registry registry) {
        this.registry = registry;
    }

    /** @param service whose migrations make it */
    public static FloorDatabase create(Registry registry, String service) {
        try {
            drop(registry);
            registry.postgres().createDatabase(NAME);
            try (var scratch = registry.connect(NAME)) {
                migrate(scratch, registry.options().root(), service);
                return new FloorDatabase(registry);
            }
        } catch (SQLException failure) {
            throw refused(failure);
        }
    }

    /** What the step writes and its commit, over and over. */
    public Workload writes(String name, int connections, FloorStep step) {
        return new DatabaseWrites(name, connections, this::connect, step);
    }

    public Connection connect() {
        try {
            return registry.connect(NAME);
        } catch (SQLException failure) {
            throw refused(failure);
        }
    }

    private static void migrate(Connection connection, Path root, String service) throws SQLException {
        for (var file : migrations(root, service)) {
            try (var statement = connection.createStatement()) {
                statement.execute(Files.readString(file));
            } catch (IOException failure) {
                throw new BenchmarkException("Cannot read " + file + ": " + failure.getMessage(), failure);
            }
        }
    }

    /** All migrations in the order of their dates, as the service runs them. */
    private static List<Path> migrations(Path root, String service) {
        var all = new ArrayList<Path>();
        for (var folder : List.of(Path.of(PLATFORM), Path.of(service, MIGRATIONS))) {
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
