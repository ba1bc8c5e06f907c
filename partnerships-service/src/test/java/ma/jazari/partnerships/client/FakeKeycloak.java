package ma.jazari.partnerships.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The part of Keycloak's admin API that makes clients, and takes them away. */
public final class FakeKeycloak implements QuarkusTestResourceLifecycleManager {

    private static final String CLIENTS = "/admin/realms/jazari/clients";
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");

    final Map<String, String> clients = new ConcurrentHashMap<>();
    volatile boolean down;
    private final HttpServer server = server();

    @Override
    public Map<String, String> start() {
        server.createContext("/realms/jazari/protocol/openid-connect/token", this::token);
        server.createContext(CLIENTS, this::clients);
        server.start();
        return Map.of(
                "jazari.partner-clients.realm",
                        "http://localhost:" + server.getAddress().getPort() + "/realms/jazari",
                "jazari.partner-clients.admin-secret", "known to the two of us",
                "jazari.partner-clients.sweep-every", "1s",
                "jazari.partner-clients.use-noted-every", "1s",
                "jazari.partner-clients.given-up-after", "PT5S");
    }

    List<String> naming(String partner) {
        return clients.values().stream().filter(body -> body.contains(partner)).toList();
    }

    private void token(HttpExchange exchange) throws IOException {
        answer(exchange, down ? 503 : 200, "{\"access_token\": \"of-the-registry\"}");
    }

    private void clients(HttpExchange exchange) throws IOException {
        var id = exchange.getRequestURI().getPath().replace(CLIENTS, "").replace("/", "");
        if (down) {
            answer(exchange, 503, "{}");
        } else if (exchange.getRequestMethod().equals("DELETE")) {
            answer(exchange, clients.remove(id) == null ? 404 : 204, "");
        } else {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var found = ID.matcher(body);
            answer(exchange, found.find() && clients.putIfAbsent(found.group(1), body) == null ? 201 : 409, "{}");
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            if (bytes.length > 0) {
                exchange.getResponseBody().write(bytes);
            }
        }
    }

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(FakeKeycloak.class));
    }
}
