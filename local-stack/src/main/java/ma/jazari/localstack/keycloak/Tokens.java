package ma.jazari.localstack.keycloak;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import ma.jazari.localstack.LocalStackException;

/** Access tokens of the sample users and the sample partner system. */
public final class Tokens {

    private final TokenEndpoint endpoint;
    private final SampleAccounts accounts;

    /**
     * @param keycloak where it listens
     * @param realmFolder the repository's folder {@code keycloak}
     */
    public Tokens(URI keycloak, Path realmFolder) {
        this.endpoint = new TokenEndpoint(keycloak, "jazari");
        this.accounts = SampleAccounts.in(realmFolder);
    }

    /** A fresh token for {@code root-admin}, {@code fes-admin}, {@code agadir-admin}, {@code auditor} or {@code partner-demo}. */
    public String of(String name) {
        var secret = accounts.secretOf(name);
        if (secret.isPresent()) {
            return endpoint.ask(Map.of(
                    "grant_type", "client_credentials", "client_id", name, "client_secret", secret.orElseThrow()));
        }
        var password = accounts.passwordOf(name)
                .orElseThrow(() -> new LocalStackException("There is no sample user or client named " + name
                        + ". There are: " + String.join(", ", accounts.names()) + "."));
        return of(name, password);
    }

    /** A fresh token for any user of the realm. */
    public String of(String name, String password) {
        return endpoint.ask(
                Map.of("grant_type", "password", "client_id", "jazari-cli", "username", name, "password", password));
    }
}
