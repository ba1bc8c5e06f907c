package ma.jazari.gateway.network;

import static java.util.Map.entry;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.List;
import java.util.Map;

/** What stands around the gateway in a test: three services and Keycloak, all real on the wire. */
public final class Network implements QuarkusTestResourceLifecycleManager {

    /** How much the paths that end in large answer. */
    public static final long LARGE = 256L * 1024 * 1024;

    private static final String MANY = "1000000";

    public final FakeKeycloak keycloak = new FakeKeycloak();
    public final FakeService institutes = new FakeService("institutes");
    /** Another instance of it, for tests whose configuration has one. */
    public final FakeService second = new FakeService("institutes");

    public final FakeService partnerships = new FakeService("partnerships");
    public final FakeService events = new FakeService("events");

    @Override
    public Map<String, String> start() {
        return Map.ofEntries(
                entry("quarkus.oidc.auth-server-url", keycloak.url()),
                entry("jazari.gateway.upstreams.institutes.url", "http://localhost:" + institutes.port()),
                entry("network.institutes.url", "http://localhost:" + institutes.port()),
                entry("network.second.url", "http://localhost:" + second.port()),
                entry("jazari.gateway.upstreams.institutes.response-timeout", "700ms"),
                entry("jazari.gateway.upstreams.partnerships.url", "http://localhost:" + partnerships.port()),
                entry("jazari.gateway.upstreams.events.url", "http://localhost:" + events.port()),
                entry("jazari.gateway.feed.timeout", "700ms"),
                // Tests count requests; the one of this has its own configuration.
                entry("jazari.gateway.revoked-clients-every", "PT1H"),
                // What one test does to a service concerns no other.
                entry("jazari.gateway.upstreams.institutes.breaker.failures", MANY),
                entry("jazari.gateway.upstreams.partnerships.breaker.failures", MANY),
                entry("jazari.gateway.upstreams.events.breaker.failures", MANY),
                entry("jazari.gateway.observe.access-log", "false"),
                // Tests count what reaches a service; those of the cache turn it on.
                entry("jazari.gateway.cache.enabled", "false"),
                // All tests come from one address.
                entry("jazari.gateway.rates.anonymous.default", MANY),
                entry("jazari.gateway.rates.anonymous.write", MANY),
                entry("jazari.gateway.rates.anonymous.import", MANY),
                entry("jazari.gateway.rates.pages", MANY));
    }

    /** Everything as at the start. */
    public void reset() {
        keycloak.down(false);
        services().forEach(FakeService::reset);
        second.reset();
    }

    public List<FakeService> services() {
        return List.of(institutes, partnerships, events);
    }

    @Override
    public void stop() {
        services().forEach(FakeService::close);
        second.close();
        keycloak.close();
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(Network.class));
    }
}
