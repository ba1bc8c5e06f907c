package ma.jazari.benchmarks.edge;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import ma.jazari.benchmarks.stack.Registry;
import ma.jazari.localstack.process.FreePort;
import ma.jazari.localstack.process.JavaRuntime;
import ma.jazari.localstack.process.Launch;

/** Spring Cloud Gateway with Spring Security in front of it, as {@code benchmarks/spring-gateway} has it. */
final class SpringGateway {

    /** For whoever has not built it. */
    static final String HOW_TO_GET = "mvn -f benchmarks/spring-gateway package";

    private static final String MAIN = "ma.jazari.benchmarks.spring.SpringGateway";
    private static final int CONNECT_MILLIS = 1_000;

    private final Registry registry;
    private final Path folder;

    private SpringGateway(Registry registry, Path folder) {
        this.registry = registry;
        this.folder = folder;
    }

    /** Empty where it is not built. */
    static Optional<SpringGateway> built(Registry registry) {
        var folder = registry.options().root().resolve("benchmarks/spring-gateway/target");
        return Files.isRegularFile(folder.resolve("spring-gateway.jar")) && Files.isDirectory(folder.resolve("lib"))
                ? Optional.of(new SpringGateway(registry, folder))
                : Optional.empty();
    }

    Served start(URI upstream) throws InterruptedException {
        int port = FreePort.find();
        var classPath = folder.resolve("spring-gateway.jar") + ":" + folder.resolve("lib") + "/*";
        var command = Stream.of(
                        List.of(JavaRuntime.executable()),
                        registry.serviceJavaOptions(),
                        List.of("--sun-misc-unsafe-memory-access=allow", "-cp", classPath, MAIN))
                .flatMap(List::stream)
                .toList();
        var environment = Map.of(
                "PORT", Integer.toString(port),
                "UPSTREAM", "http://" + upstream.getHost() + ":" + upstream.getPort(),
                "ISSUER", registry.issuer().toString());
        var state = registry.options().state();
        var launch = new Launch(
                "Spring Cloud Gateway", command, environment, state.data("bench-spring"), state.log("bench-spring"));
        return Served.start(launch, port, () -> isListening(port));
    }

    /** It answers nobody without a token. */
    private static boolean isListening(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }
}
