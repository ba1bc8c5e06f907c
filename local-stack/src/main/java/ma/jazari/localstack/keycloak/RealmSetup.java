package ma.jazari.localstack.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Map;
import ma.jazari.localstack.LocalStackException;

/** Brings a Keycloak's realm to what the repository says, as often as it is asked. */
public final class RealmSetup {

    private static final String REALM = "/jazari";

    private final KeycloakAdmin admin;
    private final Path folder;

    /** @param folder the repository's folder {@code keycloak} */
    public RealmSetup(KeycloakAdmin admin, Path folder) {
        this.admin = admin;
        this.folder = folder;
    }

    /**
     * The realm, and the registry's own accounts in it.
     *
     * @param gateway where the web client may come back to
     * @param secrets of the registry's clients, by client id
     */
    public void apply(String gateway, Map<String, String> secrets) {
        if (admin.get(REALM).isEmpty()) {
            admin.post("", RealmFile.read(folder.resolve("jazari-realm.json")).toString());
        }
        add(withSecrets(RealmFile.read(folder.resolve("registry-accounts.json")), secrets));
        allow(gateway);
    }

    /** Accounts whose passwords everybody knows, to try the registry with. */
    public void addSampleAccounts() {
        add(SampleAccounts.in(folder).accounts());
    }

    /** Skips who is there already. */
    private void add(JsonNode accounts) {
        admin.post(REALM + "/partialImport", accounts.toString());
    }

    private static JsonNode withSecrets(JsonNode accounts, Map<String, String> secrets) {
        var complete = accounts.deepCopy();
        for (var client : complete.path("clients")) {
            var name = client.path("clientId").asText();
            var secret = secrets.get(name);
            if (secret == null) {
                throw new LocalStackException("The client " + name + " has no secret.");
            }
            ((ObjectNode) client).put("secret", secret);
        }
        return complete;
    }

    /** The committed file names the usual port; the gateway may be elsewhere. */
    private void allow(String gateway) {
        var web = (ObjectNode) admin.get(REALM + "/clients?clientId=jazari-web")
                .map(clients -> clients.path(0))
                .orElseThrow(() -> new LocalStackException("The realm has no client jazari-web."));
        web.put("rootUrl", gateway);
        web.putArray("redirectUris").add(gateway + "/*");
        web.putArray("webOrigins").add(gateway);
        admin.put(REALM + "/clients/" + web.path("id").asText(), web);
    }
}
