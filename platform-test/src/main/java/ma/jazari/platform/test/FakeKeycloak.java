package ma.jazari.platform.test;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;

/** A realm that gives its one administrator tokens, and leaves to others what it administers. Nothing else is answered. */
public abstract class FakeKeycloak implements QuarkusTestResourceLifecycleManager {

    protected static final String REALM = "/admin/realms/jazari";

    private static final String TOKEN = "of-the-registry";

    /** Everything is answered 503. */
    public volatile boolean down;

    private final String settings;
    private final HttpServer server;

    /** @param settings what the service's settings for Keycloak begin with */
    protected FakeKeycloak(String settings) {
        this.settings = settings;
        this.server = server();
    }

    /** @param path of what the service keeps, below {@link #REALM} */
    protected final Map<String, String> start(String path, Map<String, String> more) {
        server.createContext("/realms/jazari/protocol/openid-connect/token", this::token);
        server.createContext(REALM + path, this::administer);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
        var all = new TreeMap<>(more);
        all.put("realm", "http://localhost:" + server.getAddress().getPort() + "/realms/jazari");
        all.put("admin-secret", "known to the two of us");
        var config = new TreeMap<String, String>();
        all.forEach((name, value) -> config.put(settings + "." + name, value));
        return config;
    }

    /** Answers a request of the administrator. */
    protected abstract void answer(HttpExchange exchange) throws IOException;

    private void token(HttpExchange exchange) throws IOException {
        answer(exchange, down ? 503 : 200, "{\"access_token\": \"%s\", \"expires_in\": 300}".formatted(TOKEN));
    }

    private void administer(HttpExchange exchange) throws IOException {
        if (down) {
            answer(exchange, 503, "{}");
        } else if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(exchange, 401, "{}");
        } else {
            answer(exchange);
        }
    }

    protected static void answer(HttpExchange exchange, int status, String body) throws IOException {
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
        injector.injectIntoFields(this, new TestInjector.MatchesType(getClass()));
    }
}
