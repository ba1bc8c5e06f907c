package ma.jazari.localstack.stack;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import ma.jazari.localstack.dist.KeycloakDistribution;
import ma.jazari.localstack.keycloak.KeycloakAdmin;
import ma.jazari.localstack.keycloak.RealmSetup;
import ma.jazari.localstack.process.HttpProbe;
import ma.jazari.localstack.process.Launch;
import ma.jazari.localstack.process.Probe;
import ma.jazari.localstack.run.Secrets;

/** Keycloak on the shared PostgreSQL, with the realm of the repository and what belongs in it locally. */
record KeycloakPart(StackOptions options) implements PartDefinition {

    static final String NAME = "keycloak";

    private static final String CLIENTS_ADMIN = "jazari-registry-clients";
    private static final String ADMINISTRATORS_ADMIN = "jazari-registry-administrators";
    private static final String ADMIN = "local-stack";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> dependencies() {
        return Set.of(PostgresPart.NAME);
    }

    @Override
    public Map<Integer, String> ports() {
        return Map.of(
                options.ports().keycloak(), "Keycloak", options.ports().keycloakManagement(), "Keycloak's health");
    }

    @Override
    public void prepare(Consumer<String> progress) {
        distribution().prepare(progress);
    }

    @Override
    public Launch launch() {
        return new Launch(
                NAME,
                distribution().startCommand(),
                environment(),
                options.state().data(NAME),
                options.state().log(NAME));
    }

    @Override
    public Probe probe() {
        return new HttpProbe(URI.create("http://127.0.0.1:" + options.ports().keycloakManagement() + "/health/ready"));
    }

    @Override
    public void whenReady(Consumer<String> progress) {
        progress.accept("setting up the realm");
        var secrets =
                Map.of(CLIENTS_ADMIN, clientsSecret(options), ADMINISTRATORS_ADMIN, administratorsSecret(options));
        var realm = new RealmSetup(admin(options), options.root().resolve("keycloak"));
        realm.apply(gatewayUrl(options), secrets);
        realm.addSampleAccounts();
    }

    @Override
    public Duration startLimit() {
        // The first start makes the schema.
        return Duration.ofMinutes(5);
    }

    static URI url(StackOptions options) {
        return URI.create("http://localhost:" + options.ports().keycloak());
    }

    static KeycloakAdmin admin(StackOptions options) {
        return new KeycloakAdmin(url(options), ADMIN, adminPassword(options));
    }

    private static String gatewayUrl(StackOptions options) {
        return "http://localhost:" + options.ports().gateway();
    }

    private KeycloakDistribution distribution() {
        return new KeycloakDistribution(
                options.root().resolve("local-stack/target/dist"),
                options.distributions(),
                options.state().log("keycloak-build"));
    }

    private Map<String, String> environment() {
        var ports = options.ports();
        var variables = new HashMap<String, String>();
        variables.put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN);
        variables.put("KC_BOOTSTRAP_ADMIN_PASSWORD", adminPassword(options));
        variables.put("KC_DB_URL", PostgresPart.jdbcUrl(options, NAME));
        variables.put("KC_DB_USERNAME", NAME);
        variables.put("KC_DB_PASSWORD", PostgresPart.passwordOf(options, NAME));
        variables.put("KC_DB_POOL_MAX_SIZE", "20");
        variables.put("KC_HTTP_ENABLED", "true");
        variables.put("KC_HTTP_HOST", "127.0.0.1");
        variables.put("KC_HTTP_PORT", Integer.toString(ports.keycloak()));
        variables.put("KC_HTTP_MANAGEMENT_PORT", Integer.toString(ports.keycloakManagement()));
        variables.put("KC_HOSTNAME", url(options).toString());
        return variables;
    }

    /** With which the partnerships service makes clients of partners. */
    static String clientsSecret(StackOptions options) {
        return new Secrets(options.state()).get("keycloak-registry-clients");
    }

    /** With which the institutes service keeps institutes' administrators. */
    static String administratorsSecret(StackOptions options) {
        return new Secrets(options.state()).get("keycloak-registry-administrators");
    }

    private static String adminPassword(StackOptions options) {
        return new Secrets(options.state()).get("keycloak-admin");
    }
}
