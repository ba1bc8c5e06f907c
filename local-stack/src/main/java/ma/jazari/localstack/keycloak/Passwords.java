package ma.jazari.localstack.keycloak;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ma.jazari.localstack.LocalStackException;

/** Does for new accounts what their owners do who follow Keycloak's mail: there is no mail server here. */
public final class Passwords {

    private final KeycloakAdmin admin;

    public Passwords(KeycloakAdmin admin) {
        this.admin = admin;
    }

    /** Confirms the account's address and sets its password. */
    public void set(String address, String password) {
        var user = (ObjectNode) admin.get("/jazari/users?exact=true&email=" + address)
                .filter(found -> !found.isEmpty())
                .map(found -> found.path(0))
                .orElseThrow(() -> new LocalStackException("Keycloak has no account of " + address + "."));
        var path = "/jazari/users/" + user.path("id").asText();
        admin.put(path, user.put("emailVerified", true));
        var credential = KeycloakAdmin.JSON.createObjectNode();
        admin.put(
                path + "/reset-password",
                credential.put("type", "password").put("value", password).put("temporary", false));
    }
}
