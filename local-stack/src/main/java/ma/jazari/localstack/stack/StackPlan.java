package ma.jazari.localstack.stack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import ma.jazari.localstack.LocalStackException;

/** All parts of the system, each after those that it needs. */
record StackPlan(List<PartDefinition> parts) {

    static final String GATEWAY = "gateway";

    // Samples, tests and benchmarks come from one address. Whoever starts the stack may set lower ones.
    private static final List<String> RATES = List.of(
            "ANONYMOUS_DEFAULT",
            "ANONYMOUS_WRITE",
            "ANONYMOUS_IMPORT",
            "CLIENT_DEFAULT",
            "CLIENT_WRITE",
            "CLIENT_IMPORT",
            "PAGES");
    private static final String UNLIMITED = "1000000";

    // That of development, which is no secret: nothing that is sealed here is one.
    private static final String SEALING_KEY = "development:bm90IGEgc2VjcmV0LCBmb3IgZGV2ZWxvcG1lbnQgISE=";

    private static final Set<String> SERVICE_NEEDS = Set.of(PostgresPart.NAME, KeycloakPart.NAME);

    static StackPlan of(StackOptions options) {
        var all = List.of(
                new PostgresPart(options),
                new KafkaPart(options),
                new KeycloakPart(options),
                service(options, "institutes", options.ports().institutes()),
                service(options, "partnerships", options.ports().partnerships()),
                service(options, "events", options.ports().events()),
                gateway(options));
        return new StackPlan(chosen(all, options.only()));
    }

    private static List<PartDefinition> chosen(List<PartDefinition> all, Set<String> only) {
        if (only.isEmpty()) {
            return all;
        }
        var unknown = new TreeSet<>(only);
        all.forEach(part -> unknown.remove(part.name()));
        if (!unknown.isEmpty()) {
            throw new LocalStackException("There is no part named " + String.join(", ", unknown) + ". The parts are: "
                    + String.join(", ", all.stream().map(PartDefinition::name).toList()) + ".");
        }
        return all.stream().filter(part -> only.contains(part.name())).toList();
    }

    private static PartDefinition service(StackOptions options, String database, int port) {
        var environment = quarkus(options, port);
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", PostgresPart.jdbcUrl(options, database));
        environment.put("QUARKUS_DATASOURCE_USERNAME", database);
        environment.put("QUARKUS_DATASOURCE_PASSWORD", PostgresPart.passwordOf(options, database));
        environment.put("KAFKA_BOOTSTRAP_SERVERS", KafkaPart.bootstrapServers(options));
        if (database.equals("partnerships")) {
            environment.put("JAZARI_PARTNER_CLIENTS_ADMIN_SECRET", KeycloakPart.clientsSecret(options));
            environment.put("JAZARI_SEALING_KEYS", SEALING_KEY);
        }
        if (database.equals("institutes")) {
            environment.put("JAZARI_INSTITUTE_ADMINISTRATORS_ADMIN_SECRET", KeycloakPart.administratorsSecret(options));
        }
        // A clock that can be moved, and somebody to agree with.
        environment.put("JAZARI_SANDBOX_ENABLED", "true");
        // Receivers of webhooks are on this machine, too.
        environment.put("JAZARI_WEBHOOKS_TARGET_ALLOW_HTTP", "true");
        environment.put("JAZARI_WEBHOOKS_TARGET_ALLOW_PRIVATE", "true");
        // There is no mail server: what would be sent can be read here.
        environment.put("JAZARI_MAIL_TRANSPORT", "FOLDER");
        environment.put(
                "JAZARI_MAIL_FOLDER",
                options.state().directory().resolve("mails").toString());
        return new ServicePart(options, database + "-service", port, SERVICE_NEEDS, environment);
    }

    private static PartDefinition gateway(StackOptions options) {
        var ports = options.ports();
        var environment = quarkus(options, ports.gateway());
        var upstreams = Map.of(
                "INSTITUTES", ports.institutes(), "PARTNERSHIPS", ports.partnerships(), "EVENTS", ports.events());
        upstreams.forEach((name, port) ->
                environment.put("JAZARI_GATEWAY_UPSTREAMS_" + name + "_URL", "http://localhost:" + port));
        // Nobody waits here for others to notice that it goes.
        environment.put("QUARKUS_SHUTDOWN_DELAY", "0S");
        RATES.stream()
                .map(rate -> "JAZARI_GATEWAY_RATES_" + rate)
                .filter(variable -> !System.getenv().containsKey(variable))
                .forEach(variable -> environment.put(variable, UNLIMITED));
        var needs = Set.of(KeycloakPart.NAME, "institutes-service", "partnerships-service", "events-service");
        return new ServicePart(options, GATEWAY, ports.gateway(), needs, environment);
    }

    private static Map<String, String> quarkus(StackOptions options, int port) {
        var environment = new HashMap<String, String>();
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        environment.put(
                "QUARKUS_MANAGEMENT_PORT", Integer.toString(options.ports().managementOf(port)));
        // For people: ./jazari logs shows them as they are.
        environment.put("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "false");
        environment.put("QUARKUS_OIDC_AUTH_SERVER_URL", KeycloakPart.url(options) + "/realms/jazari");
        return environment;
    }

    List<PartDefinition> inStopOrder() {
        return new ArrayList<>(parts).reversed();
    }
}
