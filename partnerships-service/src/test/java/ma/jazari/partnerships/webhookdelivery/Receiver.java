package ma.jazari.partnerships.webhookdelivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A system of a partner that is told of changes: a real HTTP server that remembers what came. */
public final class Receiver implements AutoCloseable {

    private static final Reply OK = new Reply(204, Map.of(), "");

    private final HttpServer server;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private volatile Function<Received, Reply> replies = request -> OK;

    public Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    /** An answer. */
    public record Reply(int status, Map<String, String> headers, String body) {

        static Reply of(int status) {
            return new Reply(status, Map.of(), "");
        }
    }

    /** A request as it came. */
    public record Received(String path, Map<String, List<String>> headers, String body) {

        public String id() {
            return header("webhook-id");
        }

        public String header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .findFirst()
                    .orElseThrow()
                    .getValue()
                    .getFirst();
        }

        /** What the text has at this path. */
        public String at(String path) {
            return String.valueOf(JsonPath.from(body).<Object>get(path));
        }

        /** What was signed. */
        public String signedText() {
            return id() + "." + header("webhook-timestamp") + "." + body;
        }

        /** Whether the library of the standard takes it. */
        public boolean isSignedBy(String secret) {
            try {
                new Webhook(secret)
                        .verify(
                                body,
                                Map.of(
                                        "webhook-id", List.of(id()),
                                        "webhook-timestamp", List.of(header("webhook-timestamp")),
                                        "webhook-signature", List.of(header("webhook-signature"))));
                return true;
            } catch (WebhookVerificationException e) {
                return false;
            }
        }
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    /** How it answers from now on. */
    public void replies(Function<Received, Reply> how) {
        replies = how;
    }

    public void replies(int status) {
        replies(request -> Reply.of(status));
    }

    /** All that came, oldest first. */
    public List<Received> received() {
        return List.copyOf(received);
    }

    /** What came of this record. */
    public List<Received> receivedOf(String subjectId) {
        return received.stream()
                .filter(request -> request.at("subject.id").equals(subjectId))
                .toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        var request = new Received(
                exchange.getRequestURI().toString(),
                Map.copyOf(exchange.getRequestHeaders()),
                new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        received.add(request);
        var reply = replies.apply(request);
        reply.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        var body = reply.body().getBytes(UTF_8);
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            try (var out = exchange.getResponseBody()) {
                out.write(body);
            }
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
