package ma.jazari.partnerships.client;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import ma.jazari.platform.test.FakeKeycloak;

/** The part of Keycloak's admin API that makes clients, and takes them away. */
public final class FakeClients extends FakeKeycloak {

    private static final String CLIENTS = "/clients";
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");

    final Map<String, String> clients = new ConcurrentHashMap<>();

    public FakeClients() {
        super("jazari.partner-clients");
    }

    @Override
    public Map<String, String> start() {
        return start(CLIENTS, Map.of("sweep-every", "1s", "use-noted-every", "1s", "given-up-after", "PT5S"));
    }

    List<String> naming(String partner) {
        return clients.values().stream().filter(body -> body.contains(partner)).toList();
    }

    @Override
    protected void answer(HttpExchange exchange) throws IOException {
        var id = exchange.getRequestURI().getPath().replace(REALM + CLIENTS, "").replace("/", "");
        if (exchange.getRequestMethod().equals("DELETE")) {
            answer(exchange, clients.remove(id) == null ? 404 : 204, "");
        } else {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var found = ID.matcher(body);
            answer(exchange, found.find() && clients.putIfAbsent(found.group(1), body) == null ? 201 : 409, "{}");
        }
    }
}
