package ma.jazari.benchmarks.reads;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import ma.jazari.benchmarks.BenchmarkException;
import ma.jazari.benchmarks.load.Call;
import ma.jazari.localstack.process.JavaRuntime;

/** The floor of reads: {@link NoOpServer} in a process of its own, with the options of the service's JVM. */
public final class NoOpProcess implements AutoCloseable {

    /** Netty does without a warning what it also does inside the services. */
    private static final String NETTY = "--sun-misc-unsafe-memory-access=allow";

    private final Process process;
    private final URI address;

    private NoOpProcess(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /** @param copied the address whose answer it gives */
    public static NoOpProcess start(URI copied, List<String> javaOptions) {
        return start(Call.get(copied), javaOptions);
    }

    /** @param copied the request whose answer it gives */
    public static NoOpProcess start(Call copied, List<String> javaOptions) {
        var classPath = System.getProperty("java.class.path", "");
        var command = Stream.of(
                        List.of(JavaRuntime.executable()),
                        javaOptions,
                        List.of(NETTY, "-cp", classPath, NoOpServer.class.getName()),
                        arguments(copied))
                .flatMap(List::stream)
                .toList();
        try {
            var process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            var path = copied.uri().getPath();
            return new NoOpProcess(process, URI.create("http://127.0.0.1:" + port(process) + path));
        } catch (IOException failure) {
            throw new BenchmarkException("Cannot start the no-op server: " + failure.getMessage(), failure);
        }
    }

    private static List<String> arguments(Call copied) {
        var arguments = new ArrayList<String>();
        arguments.add(copied.uri().toString());
        copied.headers().forEach((name, value) -> arguments.addAll(List.of(name, value)));
        return arguments;
    }

    private static String port(Process process) throws IOException {
        var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
        var port = output.readLine();
        if (port == null) {
            throw new BenchmarkException("The no-op server ended at its start.");
        }
        return port;
    }

    public URI address() {
        return address;
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
