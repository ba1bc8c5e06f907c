package ma.jazari.benchmarks.edge;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import ma.jazari.benchmarks.BenchmarkException;
import ma.jazari.benchmarks.stack.Registry;
import ma.jazari.localstack.process.FreePort;
import ma.jazari.localstack.process.HttpProbe;
import ma.jazari.localstack.process.Launch;

/** nginx as a proxy and nothing else: a worker for each core, connections kept on both sides, no access log. */
final class Nginx {

    /** For whoever has none. */
    static final String HOW_TO_GET = "apt-get install nginx";

    private static final String CONFIGURATION =
            """
            daemon off;
            worker_processes auto;
            pid nginx.pid;
            error_log stderr warn;
            events { worker_connections 4096; }
            http {
                access_log off;
                client_body_temp_path body;
                proxy_temp_path proxy;
                fastcgi_temp_path fastcgi;
                uwsgi_temp_path uwsgi;
                scgi_temp_path scgi;
                keepalive_timeout 600s;
                keepalive_requests 1000000000;
                upstream server_behind {
                    server %2$s;
                    keepalive 64;
                    keepalive_requests 1000000000;
                }
                server {
                    listen 127.0.0.1:%1$d;
                    location / {
                        proxy_pass http://server_behind;
                        proxy_http_version 1.1;
                        proxy_set_header Connection "";
                    }
                }
            }
            """;

    private final Path program;

    private Nginx(Path program) {
        this.program = program;
    }

    /** The one on the PATH, or where systems put it that keep it from the PATH of most people. */
    static Optional<Nginx> ofThisMachine() {
        var path = Objects.requireNonNullElse(System.getenv("PATH"), "");
        return Stream.concat(Arrays.stream(path.split(":", -1)), Stream.of("/usr/sbin", "/usr/local/sbin"))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, "nginx"))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Nginx::new);
    }

    Served start(Registry registry, URI upstream) throws InterruptedException {
        int port = FreePort.find();
        var folder = registry.options().state().data("bench-nginx");
        var file = folder.resolve("nginx.conf");
        try {
            Files.createDirectories(folder);
            Files.writeString(file, configuration(port, upstream));
        } catch (IOException failure) {
            throw new BenchmarkException("Cannot write " + file + ": " + failure.getMessage(), failure);
        }
        var command = List.of(program.toString(), "-p", folder.toString(), "-c", file.toString());
        var log = registry.options().state().log("bench-nginx");
        return Served.start(
                new Launch("nginx", command, Map.of(), folder, log),
                port,
                new HttpProbe(URI.create("http://127.0.0.1:" + port + "/")));
    }

    static String configuration(int port, URI upstream) {
        return CONFIGURATION.formatted(port, upstream.getHost() + ":" + upstream.getPort());
    }
}
