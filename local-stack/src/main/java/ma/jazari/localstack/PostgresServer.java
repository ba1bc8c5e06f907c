package ma.jazari.localstack;

import java.nio.file.Path;
import java.time.Duration;
import ma.jazari.localstack.process.OwnedProcess;
import ma.jazari.localstack.process.Readiness;
import ma.jazari.localstack.process.Signal;

/**
 * A real PostgreSQL 18 as a process of its own, on 127.0.0.1, with password authentication.
 *
 * <pre>{@code
 * try (var postgres = PostgresServer.start(Path.of("target/postgres"), 0)) {
 *     postgres.createDatabase("institutes");
 *     connect(postgres.jdbcUrl("institutes"), postgres.user(), postgres.password());
 *     postgres.kill();      // SIGKILL, as a crash
 *     postgres.restart();   // the same port, the same data, after recovery
 * }
 * }</pre>
 *
 * The first start in a folder makes the cluster, later ones find it. Not thread-safe.
 */
public final class PostgresServer implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(1);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

    private final PostgresSettings settings;
    private final PostgresCluster cluster;
    private OwnedProcess process;

    private PostgresServer(PostgresSettings settings, PostgresCluster cluster, OwnedProcess process) {
        this.settings = settings;
        this.cluster = cluster;
        this.process = process;
    }

    /** Starts a server for tests: see {@link PostgresSettings#forTests}. Port 0 takes a free one. */
    public static PostgresServer start(Path directory, int port) {
        return start(PostgresSettings.forTests(directory, port));
    }

    /** Returns when the server answers queries. */
    public static PostgresServer start(PostgresSettings settings) {
        var cluster = PostgresCluster.prepare(settings);
        return new PostgresServer(settings, cluster, launchAndAwait(settings, cluster));
    }

    public int port() {
        return settings.port();
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + settings.port() + "/" + database;
    }

    /** The superuser. */
    public String user() {
        return PostgresAdmin.SUPERUSER;
    }

    /** The superuser's password. */
    public String password() {
        return settings.password();
    }

    /** Creates the database, with the extensions that the services use, unless it is there. */
    public void createDatabase(String name) {
        admin().createDatabase(name);
    }

    /** Creates a role and a database of the same name that it owns, unless they are there; the password is set anyway. */
    public void createDatabase(String name, String ownerPassword) {
        admin().createOwnedDatabase(name, ownerPassword);
    }

    public boolean isReady() {
        return admin().answers();
    }

    public OwnedProcess process() {
        return process;
    }

    /** Fast shutdown: sessions are ended, data is written. */
    public void stop() {
        process.stop(Signal.INT, STOP_LIMIT);
    }

    /** SIGKILL: nothing is written, sessions see their connection break. */
    public void kill() {
        process.kill();
    }

    /** Starts again on the same port and data; stops first if it still runs. */
    public void restart() {
        stop();
        process = launchAndAwait(settings, cluster);
    }

    @Override
    public void close() {
        stop();
    }

    private PostgresAdmin admin() {
        return new PostgresAdmin(settings.port(), settings.password());
    }

    private static OwnedProcess launchAndAwait(PostgresSettings settings, PostgresCluster cluster) {
        var process = OwnedProcess.start(cluster.launch(settings));
        try {
            Readiness.await(process, new PostgresAdmin(settings.port(), settings.password())::answers, START_LIMIT);
            return process;
        } catch (InterruptedException interruption) {
            process.kill();
            Thread.currentThread().interrupt();
            throw new LocalStackException("Starting PostgreSQL was interrupted", interruption);
        } catch (LocalStackException failure) {
            process.kill();
            throw failure;
        }
    }
}
