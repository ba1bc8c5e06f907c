package ma.jazari.benchmarks.edge;

import java.net.URI;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import ma.jazari.benchmarks.stack.Registry;
import ma.jazari.localstack.process.FreePort;
import ma.jazari.localstack.process.HttpProbe;
import ma.jazari.localstack.process.JavaRuntime;
import ma.jazari.localstack.process.Launch;

/** Another gateway beside the stack's, told what the stack's is told but for what a measurement wants otherwise. */
final class OwnGateway {

    // Counted, and never reached within the minute that they are for.
    private static final String NEVER_REACHED = "1000000000";
    private static final List<String> RATES = List.of(
            "ANONYMOUS_DEFAULT",
            "ANONYMOUS_WRITE",
            "ANONYMOUS_IMPORT",
            "CLIENT_DEFAULT",
            "CLIENT_WRITE",
            "CLIENT_IMPORT",
            "PAGES");

    private final Registry registry;
    private final Map<Upstream, URI> upstreams = new EnumMap<>(Upstream.class);
    private final Map<String, String> environment = new HashMap<>();

    /** What stands behind it. */
    enum Upstream {
        INSTITUTES,
        PARTNERSHIPS,
        EVENTS
    }

    /** One in front of the stack's services. */
    OwnGateway(Registry registry) {
        this.registry = registry;
        var ports = registry.options().ports();
        to(Upstream.INSTITUTES, local(ports.institutes()));
        to(Upstream.PARTNERSHIPS, local(ports.partnerships()));
        to(Upstream.EVENTS, local(ports.events()));
    }

    /** With another server instead of the service. */
    OwnGateway to(Upstream service, URI address) {
        upstreams.put(service, local(address.getPort()));
        return this;
    }

    /** With a setting, such as {@code CACHE_ENABLED} for jazari.gateway.cache.enabled. */
    OwnGateway with(String setting, Object value) {
        environment.put("JAZARI_GATEWAY_" + setting, value.toString());
        return this;
    }

    Served start(String name) throws InterruptedException {
        int port = FreePort.find();
        int management = FreePort.find();
        var options = registry.options();
        var command = Stream.of(
                        List.of(JavaRuntime.executable()),
                        registry.serviceJavaOptions(),
                        List.of(
                                "-jar",
                                options.root()
                                        .resolve("gateway/target/quarkus-app/quarkus-run.jar")
                                        .toString()))
                .flatMap(List::stream)
                .toList();
        var launch = new Launch(
                name,
                command,
                environment(port, management),
                options.state().data(name),
                options.state().log(name));
        return Served.start(
                launch, port, new HttpProbe(URI.create("http://127.0.0.1:" + management + "/health/ready")));
    }

    private Map<String, String> environment(int port, int management) {
        var all = new HashMap<String, String>();
        all.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        all.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        all.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        all.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(management));
        all.put("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "false");
        all.put("QUARKUS_OIDC_AUTH_SERVER_URL", registry.issuer().toString());
        all.put("QUARKUS_SHUTDOWN_DELAY", "0S");
        upstreams.forEach(
                (service, address) -> all.put("JAZARI_GATEWAY_UPSTREAMS_" + service + "_URL", address.toString()));
        RATES.forEach(rate -> all.put("JAZARI_GATEWAY_RATES_" + rate, NEVER_REACHED));
        all.putAll(environment);
        return all;
    }

    private static URI local(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }
}
