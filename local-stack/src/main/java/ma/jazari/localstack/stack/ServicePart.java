package ma.jazari.localstack.stack;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import ma.jazari.localstack.LocalStackException;
import ma.jazari.localstack.process.HttpProbe;
import ma.jazari.localstack.process.JavaRuntime;
import ma.jazari.localstack.process.Launch;
import ma.jazari.localstack.process.Probe;

/**
 * One of our own modules: a Quarkus application.
 *
 * @param name of the part and of its module
 * @param port that it serves at
 * @param dependencies that must be ready before
 * @param environment what it is told
 */
record ServicePart(
        StackOptions options, String name, int port, Set<String> dependencies, Map<String, String> environment)
        implements PartDefinition {

    /** More options for the services' JVMs, such as {@code -XX:TieredStopAtLevel=4}; the last word on an option counts. */
    private static final String OPTIONS_VARIABLE = "JAZARI_SERVICE_JAVA_OPTIONS";

    /** Without the optimising compiler a start takes half the time and 45 MiB less; it pays only under long load. */
    private static final List<String> JAVA_OPTIONS = List.of(
            "-Xmx192m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:MaxMetaspaceSize=160m",
            "-XX:+ExitOnOutOfMemoryError");

    @Override
    public Map<Integer, String> ports() {
        return Map.of(port, name, management(), name + "'s health");
    }

    @Override
    public void prepare(Consumer<String> progress) {
        if (!Files.isRegularFile(jar())) {
            throw new LocalStackException(
                    name + " is not built: " + jar() + " is missing. It comes with: mvn -DskipTests package");
        }
    }

    @Override
    public Launch launch() {
        var java = Stream.of(
                        List.of(JavaRuntime.executable()),
                        JAVA_OPTIONS,
                        chosenOptions(),
                        List.of("-jar", jar().toString()))
                .flatMap(List::stream)
                .toList();
        return new Launch(
                name,
                java,
                environment,
                options.state().data(name),
                options.state().log(name));
    }

    private static List<String> chosenOptions() {
        var chosen = System.getenv(OPTIONS_VARIABLE);
        return chosen == null || chosen.isBlank()
                ? List.of()
                : List.of(chosen.strip().split("\\s+", -1));
    }

    @Override
    public Probe probe() {
        return new HttpProbe(URI.create("http://127.0.0.1:" + management() + "/health/ready"));
    }

    private int management() {
        return options.ports().managementOf(port);
    }

    private Path jar() {
        return options.root().resolve(name).resolve("target/quarkus-app/quarkus-run.jar");
    }
}
