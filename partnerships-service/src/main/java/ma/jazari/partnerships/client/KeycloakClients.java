package ma.jazari.partnerships.client;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.jazari.platform.keycloak.KeycloakAdmin;
import ma.jazari.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/** The realm's clients, over Keycloak's admin API. */
@ApplicationScoped
class KeycloakClients {

    private static final int NOT_FOUND = 404;

    private final KeycloakAdmin admin;

    KeycloakClients(ClientConfig config, ObjectMapper mapper, Clock clock) {
        this.admin = new KeycloakAdmin(config, mapper, clock);
    }

    boolean isOn() {
        return admin.isOn();
    }

    /** @throws Problem 503 that says what to configure */
    void requireOn() {
        admin.requireOn("Clients of partners", "jazari.partner-clients.admin-secret");
    }

    String tokenEndpoint() {
        return admin.tokenEndpoint().toString();
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
        KeycloakAdmin.checked(admin.call("POST", "/clients", client));
    }

    /** Also where there is none. */
    void remove(UUID id) {
        var answer = admin.call("DELETE", "/clients/" + id, null);
        if (answer.status() != NOT_FOUND) {
            KeycloakAdmin.checked(answer);
        }
    }

    private Map<String, String> keys(ClientRequest request) {
        if (request.jwksUrl() != null) {
            return Map.of("use.jwks.url", "true", "jwks.url", request.jwksUrl());
        }
        return request.jwks() == null
                ? Map.of()
                : Map.of(
                        "use.jwks.string", "true", "jwks.string", admin.written(Map.of("keys", request.signingKeys())));
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
                        "claim.value", admin.written(List.of(partnerId)),
                        "jsonType.label", "JSON",
                        "id.token.claim", "false",
                        "userinfo.token.claim", "false",
                        "access.token.claim", "true",
                        "introspection.token.claim", "true"));
    }

    private static Map<String, Object> mapper(String name, String type, Map<String, String> config) {
        return Map.of("name", name, "protocol", "openid-connect", "protocolMapper", type, "config", config);
    }
}
