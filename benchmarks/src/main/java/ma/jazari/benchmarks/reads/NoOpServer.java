package ma.jazari.benchmarks.reads;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.TreeMap;
import ma.jazari.localstack.process.FreePort;

/**
 * A process that gives one answer to everything: the bytes that it once read at the address it is given, with the
 * headers of a request that follow it, each a name and a value. Prints its port, and ends when its standard input does.
 */
public final class NoOpServer {

    /** Set by the server itself. */
    private static final Set<String> OWN = Set.of("connection", "content-length", "keep-alive", "transfer-encoding");

    private NoOpServer() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var answer = read(arguments);
        int port = FreePort.find();
        var vertx = Vertx.vertx();
        var instances =
                new DeploymentOptions().setInstances(Runtime.getRuntime().availableProcessors());
        vertx.deployVerticle(() -> new Listener(port, answer), instances)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        System.out.println(port);
        while (System.in.read() >= 0) {
            // whoever started this process still lives
        }
        System.exit(0);
    }

    private static HttpResponse<byte[]> read(String... arguments) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(arguments[0])).version(HttpClient.Version.HTTP_1_1);
        for (int i = 1; i + 1 < arguments.length; i += 2) {
            request.header(arguments[i], arguments[i + 1]);
        }
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request.build(), BodyHandlers.ofByteArray());
        }
    }

    private static final class Listener extends AbstractVerticle {

        private final int port;
        private final HttpResponse<byte[]> answer;
        private final TreeMap<String, String> headers = new TreeMap<>();

        Listener(int port, HttpResponse<byte[]> answer) {
            this.port = port;
            this.answer = answer;
            answer.headers().map().forEach((name, values) -> {
                if (!OWN.contains(name)) {
                    headers.put(name, values.getFirst());
                }
            });
        }

        @Override
        public void start(Promise<Void> started) {
            vertx.createHttpServer()
                    .requestHandler(this::answer)
                    .listen(port, "127.0.0.1")
                    .<Void>mapEmpty()
                    .onComplete(started);
        }

        private void answer(HttpServerRequest request) {
            var response = request.response().setStatusCode(answer.statusCode());
            headers.forEach(response::putHeader);
            response.end(Buffer.buffer(answer.body()));
        }
    }
}
