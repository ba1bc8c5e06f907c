package ma.jazari.partnerships.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.problem.ProblemType;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The realm's clients, over Keycloak's admin API. Every call has an end, and says 503 where Keycloak does not do it. */
@ApplicationScoped
class KeycloakClients {

    private static final Logger LOG = Logger.getLogger(KeycloakClients.class);
    private static final Duration RETRY = Duration.ofSeconds(10);
    private static final int NOT_FOUND = 404;
    private static final int FIRST_FAILURE = 300;

    private final ClientConfig config;
    private final ObjectMapper mapper;
    private final HttpClient http;

    KeycloakClients(ClientConfig config, ObjectMapper mapper) {
        this.config = config;
        this.mapper = mapper;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(config.connectTimeout())
                .build();
    }

    boolean isOn() {
        return config.adminSecret().isPresent();
    }

    /** @throws Problem 503 that says what to configure */
    void requireOn() {
        if (!isOn()) {
            throw Problem.of(
                    ProblemType.UNAVAILABLE,
                    "Clients of partners are not made here. Whoever runs the registry sets"
                            + " jazari.partner-clients.admin-secret to the secret of the realm's client "
                            + config.adminClient() + ".");
        }
    }

    String tokenEndpoint() {
        return config.realm() + "/protocol/openid-connect/token";
    }

    /** @param secret null where it authenticates by keys */
    void add(Credential credential, String partnerId, ClientRequest request, @Nullable String secret) {
        var client = new HashMap<String, Object>();
        client.put("id", credential.id().toString());
        client.put("clientId", credential.clientId());
        client.put("name", request.name());
        client.put("enabled", true);
        client.put("protocol", "openid-connect");
        client.put("publicClient", false);
        client.put("serviceAccountsEnabled", true);
        client.put("standardFlowEnabled", false);
        client.put("implicitFlowEnabled", false);
        client.put("directAccessGrantsEnabled", false);
        // Its only role comes by the mapper, not those that every account of the realm has.
        client.put("fullScopeAllowed", false);
        client.put("clientAuthenticatorType", secret == null ? "client-jwt" : "client-secret");
        if (secret != null) {
            client.put("secret", secret);
        }
        client.put("attributes", keys(request));
        client.put("protocolMappers", List.of(role(), claim(partnerId)));
        client.put("defaultClientScopes", List.of("jazari", "basic"));
        client.put("optionalClientScopes", List.of());
        checked(send(admin("/clients").POST(BodyPublishers.ofString(json(client)))));
    }

    /** Also where there is none. */
    void remove(UUID id) {
        var answer = send(admin("/clients/" + id).DELETE());
        if (answer.statusCode() != NOT_FOUND) {
            checked(answer);
        }
    }

    private Map<String, String> keys(ClientRequest request) {
        if (request.jwksUrl() != null) {
            return Map.of("use.jwks.url", "true", "jwks.url", request.jwksUrl());
        }
        return request.jwks() == null
                ? Map.of()
                : Map.of("use.jwks.string", "true", "jwks.string", json(Map.of("keys", request.signingKeys())));
    }

    // By a mapper and not at the service account: that would take the right to manage users.
    private static Map<String, Object> role() {
        return mapper("role partner", "oidc-hardcoded-role-mapper", Map.of("role", "partner"));
    }

    private Map<String, Object> claim(String partnerId) {
        return mapper(
                "acts for " + partnerId,
                "oidc-hardcoded-claim-mapper",
                Map.of(
                        "claim.name", "partners",
                        "claim.value", json(List.of(partnerId)),
                        "jsonType.label", "JSON",
                        "id.token.claim", "false",
                        "userinfo.token.claim", "false",
                        "access.token.claim", "true",
                        "introspection.token.claim", "true"));
    }

    private static Map<String, Object> mapper(String name, String type, Map<String, String> config) {
        return Map.of("name", name, "protocol", "openid-connect", "protocolMapper", type, "config", config);
    }

    private HttpRequest.Builder admin(String path) {
        var realm = config.realm().toString();
        int name = realm.lastIndexOf("/realms/");
        var uri = URI.create(realm.substring(0, name) + "/admin" + realm.substring(name) + path);
        return request(uri).header("Authorization", "Bearer " + token()).header("Content-Type", "application/json");
    }

    /** Asked for each time: there are few requests. */
    private String token() {
        var form = "grant_type=client_credentials&client_id=" + encoded(config.adminClient()) + "&client_secret="
                + encoded(config.adminSecret().orElse(""));
        var answer = checked(send(request(URI.create(tokenEndpoint()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))));
        try {
            return mapper.readTree(answer.body()).path("access_token").asText();
        } catch (JsonProcessingException e) {
            throw unavailable("its answer is no JSON");
        }
    }

    private HttpRequest.Builder request(URI uri) {
        return HttpRequest.newBuilder(uri).timeout(config.timeout());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw unavailable(e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable("interrupted");
        }
    }

    private static HttpResponse<String> checked(HttpResponse<String> answer) {
        if (answer.statusCode() >= FIRST_FAILURE) {
            throw unavailable("status " + answer.statusCode() + " to "
                    + answer.request().method() + " " + answer.uri().getPath());
        }
        return answer;
    }

    private static Problem unavailable(String why) {
        LOG.warnf("Keycloak's admin API: %s", why);
        return Problem.of(
                        ProblemType.UNAVAILABLE,
                        "Keycloak does not do it now. Nothing was made or changed; send the request again.")
                .retryAfter(RETRY);
    }

    private String json(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps and lists can be written", e);
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
