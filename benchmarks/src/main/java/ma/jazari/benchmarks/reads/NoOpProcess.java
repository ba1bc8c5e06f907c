package ma.jazari.benchmarks.reads;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import ma.jazari.benchmarks.BenchmarkException;
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
        var classPath = System.getProperty("java.class.path", "");
        var command = Stream.of(
                        List.of(JavaRuntime.executable()),
                        javaOptions,
                        List.of(NETTY, "-cp", classPath, NoOpServer.class.getName(), copied.toString()))
                .flatMap(List::stream)
                .toList();
        try {
            var process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            return new NoOpProcess(process, URI.create("http://127.0.0.1:" + port(process) + copied.getPath()));
        } catch (IOException failure) {
            throw new BenchmarkException("Cannot start the no-op server: " + failure.getMessage(), failure);
        }
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
