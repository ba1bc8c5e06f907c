package ma.jazari.localstack.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Map;
import ma.jazari.localstack.LocalStackException;

/** Brings the local Keycloak's realm to what the repository says, as often as it is asked. */
public final class RealmSetup {

    private static final String REALM = "/jazari";

    private final KeycloakAdmin admin;
    private final Path folder;
    private final String gateway;
    private final Map<String, String> secrets;

    /**
     * @param folder the repository's folder {@code keycloak}
     * @param gateway where the web client may come back to
     * @param secrets of clients that stand in the repository without one, by client id
     */
    public RealmSetup(KeycloakAdmin admin, Path folder, String gateway, Map<String, String> secrets) {
        this.admin = admin;
        this.folder = folder;
        this.gateway = gateway;
        this.secrets = Map.copyOf(secrets);
    }

    public void apply() {
        var files = LocalRealm.in(folder);
        if (admin.get(REALM).isEmpty()) {
            admin.post("", files.realm().toString());
        }
        // Skips who is there already.
        admin.post(REALM + "/partialImport", withSecrets(files.additions()).toString());
        allowGateway();
    }

    private JsonNode withSecrets(JsonNode additions) {
        var complete = additions.deepCopy();
        for (var client : complete.path("clients")) {
            var secret = secrets.get(client.path("clientId").asText());
            if (secret != null) {
                ((ObjectNode) client).put("secret", secret);
            }
        }
        return complete;
    }

    /** The committed file names the usual port; this stack's gateway may be elsewhere. */
    private void allowGateway() {
        var web = (ObjectNode) admin.get(REALM + "/clients?clientId=jazari-web")
                .map(clients -> clients.path(0))
                .orElseThrow(() -> new LocalStackException("The realm has no client jazari-web."));
        web.put("rootUrl", gateway);
        web.putArray("redirectUris").add(gateway + "/*");
        web.putArray("webOrigins").add(gateway);
        admin.put(REALM + "/clients/" + web.path("id").asText(), web);
    }
}
