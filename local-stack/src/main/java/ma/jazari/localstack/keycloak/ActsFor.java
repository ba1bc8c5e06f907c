package ma.jazari.localstack.keycloak;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ma.jazari.localstack.LocalStackException;

/** Says for whom an account acts: the claims {@code institutes} and {@code partners} of its tokens. */
public final class ActsFor {

    private final KeycloakAdmin admin;

    public ActsFor(KeycloakAdmin admin) {
        this.admin = admin;
    }

    /**
     * Sets the one id that the account acts for.
     *
     * @param username of a user, or {@code service-account-} and the id of a client
     * @param claim {@code institutes} or {@code partners}
     */
    public void set(String username, String claim, String id) {
        var user = (ObjectNode) admin.get("/jazari/users?exact=true&username=" + username)
                .filter(found -> !found.isEmpty())
                .map(found -> found.path(0))
                .orElseThrow(() -> new LocalStackException("Keycloak has no account " + username + "."));
        user.withObject("/attributes").putArray(claim).add(id);
        admin.put("/jazari/users/" + user.path("id").asText(), user);
    }
}
