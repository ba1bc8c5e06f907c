package ma.jazari.system.harness;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import ma.jazari.localstack.stack.LocalStack;
import ma.jazari.localstack.stack.Part;
import org.jspecify.annotations.Nullable;

/** The registry that runs: whoever calls it, and the parts behind it. */
public final class Registry implements AutoCloseable {

    private static final String LAG = "jazari_changelog_lag";
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);

    private final URI gateway;
    private final UnaryOperator<String> issuer;
    private final @Nullable LocalStack stack;
    private final Map<String, AccessToken> tokens = new ConcurrentHashMap<>();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_LIMIT)
            .build();

    Registry(LocalStack stack) {
        this(stack.gateway(), stack::token, stack);
    }

    private Registry(URI gateway, UnaryOperator<String> issuer, @Nullable LocalStack stack) {
        this.gateway = gateway;
        this.issuer = issuer;
        this.stack = stack;
    }

    /**
     * One that runs elsewhere, as in containers, whose parts nobody here can stop.
     *
     * @param issuer of a fresh token for a sample user
     */
    public static Registry elsewhere(URI gateway, UnaryOperator<String> issuer) {
        return new Registry(gateway, issuer, null);
    }

    /** Someone with a token from Keycloak: a sample user, or {@code partner-demo}. */
    public Caller as(String name) {
        return new Caller(this, Map.of()).authorizedBy(() -> "Bearer " + token(name));
    }

    /** Someone with this token, for as long as it is good. */
    public Caller withToken(String token) {
        return new Caller(this, Map.of()).authorizedBy(() -> "Bearer " + token);
    }

    public Caller anonymous() {
        return new Caller(this, Map.of());
    }

    public LocalStack stack() {
        return Objects.requireNonNull(stack, "this registry runs elsewhere");
    }

    public Part part(String name) {
        return stack().part(name);
    }

    public URI gateway() {
        return gateway;
    }

    /** How many changes institutes-service has committed and not yet published, by its metrics. */
    public double unpublishedInstitutes() {
        var ports = stack().options().ports();
        return anonymous()
                .get("http://127.0.0.1:" + ports.managementOf(ports.institutes()) + "/metrics")
                .expect(200)
                .body()
                .lines()
                .filter(line -> line.startsWith(LAG))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .findFirst()
                .orElseThrow();
    }

    HttpClient http() {
        return http;
    }

    /** Of the caller, asked for again before it expires. */
    private String token(String name) {
        var token = tokens.compute(
                name, (who, held) -> held != null && held.isFresh() ? held : AccessToken.of(issuer.apply(name)));
        return Objects.requireNonNull(token).text();
    }

    @Override
    public void close() {
        if (stack != null) {
            stack.stop();
        }
        http.shutdownNow();
    }
}
