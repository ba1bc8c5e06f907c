package ma.jazari.localstack.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import ma.jazari.localstack.LocalStackException;
import ma.jazari.localstack.process.JavaRuntime;
import ma.jazari.localstack.process.Launch;
import ma.jazari.localstack.process.Tool;
import org.jspecify.annotations.Nullable;

/**
 * Keycloak unpacked, and built once for PostgreSQL so that it starts fast.
 *
 * @param zips where Maven put the zip
 * @param distributions where prepared ones are
 * @param log where the build's output goes
 */
public record KeycloakDistribution(Path zips, DistributionFolder distributions, Path log) {

    private static final String PREFIX = "keycloak-quarkus-dist-";

    /** The folder with {@code bin}, {@code conf} and {@code lib}. */
    public Path prepare(Consumer<String> progress) {
        var zip = zip();
        return distributions.get(name(zip), empty -> {
            progress.accept("unpacking and building (once, about half a minute)");
            Archives.unpackZipFolder(zip, empty);
            build(empty);
        });
    }

    private void build(Path home) {
        var command = List.of(
                "sh",
                home.resolve("bin/kc.sh").toString(),
                "build",
                "--db=postgres",
                "--health-enabled=true",
                "--metrics-enabled=true",
                // One node: no cluster, so no ports for one.
                "--cache=local");
        var environment = Map.of("JAVA_HOME", JavaRuntime.home().toString());
        Tool.run(new Launch("keycloak build", command, environment, home, log));
    }

    /** Java itself and not {@code kc.sh}, which would stay as the parent of the process that matters. */
    public List<String> startCommand() {
        var home = distributions.directory().resolve(name(zip()));
        return List.of(
                JavaRuntime.executable(),
                "-Xms64m",
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:MaxMetaspaceSize=256m",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8",
                "-Duser.language=en",
                "-Duser.country=US",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-Dquarkus-log-max-startup-records=10000",
                "-cp",
                home.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
                "start",
                "--optimized");
    }

    private static String name(Path zip) {
        var file = Objects.requireNonNull(zip.getFileName()).toString();
        return "keycloak-" + file.substring(PREFIX.length(), file.length() - ".zip".length());
    }

    private Path zip() {
        try (var files = Files.newDirectoryStream(zips, PREFIX + "*.zip")) {
            for (var file : files) {
                return file;
            }
        } catch (IOException noFolder) {
            throw missing(noFolder);
        }
        throw missing(null);
    }

    private LocalStackException missing(@Nullable IOException cause) {
        return new LocalStackException(
                "Keycloak is not in " + zips + ". It comes with: mvn -pl local-stack -DskipTests package", cause);
    }
}
