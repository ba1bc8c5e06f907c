package ma.jazari.localstack;

import java.nio.file.Path;
import ma.jazari.localstack.dist.DistributionFolder;
import ma.jazari.localstack.process.FreePort;

/**
 * How a PostgreSQL runs.
 *
 * @param directory its own folder: {@code data} is made in it, and {@code postgres.log} unless {@code log} says otherwise
 * @param port on 127.0.0.1
 * @param password of the superuser {@code postgres}
 * @param durable whether a committed transaction survives a power failure; a test that is in a hurry says no
 * @param log where its output goes
 * @param distributions where the unpacked binaries are
 */
public record PostgresSettings(
        Path directory, int port, String password, boolean durable, Path log, DistributionFolder distributions) {

    /** Fast, not durable (SIGKILL loses nothing, a power failure would); port 0 takes a free one. */
    public static PostgresSettings forTests(Path directory, int port) {
        return new PostgresSettings(
                directory,
                port == 0 ? FreePort.find() : port,
                "postgres",
                false,
                directory.resolve("postgres.log"),
                DistributionFolder.ofEnvironment());
    }

    Path data() {
        return directory.resolve("data");
    }
}
