package ma.jazari.platform.keycloak;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.problem.ProblemType;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The admin API of the realm in Keycloak. Every call has an end, and is a 503 where Keycloak does not answer. */
public final class KeycloakAdmin {

    private static final Logger LOG = Logger.getLogger(KeycloakAdmin.class);
    private static final Duration RETRY = Duration.ofSeconds(10);
    private static final Duration MARGIN = Duration.ofSeconds(20);
    private static final int FIRST_FAILURE = 300;
    private static final int UNAUTHORIZED = 401;

    private final KeycloakAccess access;
    private final ObjectMapper mapper;
    private final Clock clock;
    private final HttpClient http;
    private volatile @Nullable Token token;

    public KeycloakAdmin(KeycloakAccess access, ObjectMapper mapper, Clock clock) {
        this.access = access;
        this.mapper = mapper;
        this.clock = clock;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(access.connectTimeout())
                .build();
    }

    public boolean isOn() {
        return access.adminSecret().isPresent();
    }

    /**
     * @param what is kept there, as a sentence begins with it
     * @param setting that the secret is for
     * @throws Problem 503 that says what to configure
     */
    public void requireOn(String what, String setting) {
        if (!isOn()) {
            throw Problem.of(
                    ProblemType.UNAVAILABLE,
                    "%s are not kept here. Whoever runs the registry sets %s to the secret of the realm's client %s."
                            .formatted(what, setting, access.adminClient()));
        }
    }

    public URI tokenEndpoint() {
        return URI.create(access.realm() + "/protocol/openid-connect/token");
    }

    private record Token(String text, Instant until) {}

    /** What is to be done with what, below the realm's own address. */
    public record Call(String method, String path, @Nullable Object body, Duration timeout) {}

    /** An answer, whatever its status. */
    public record Answer(Call call, int status, String body, String location) {

        public boolean failed() {
            return status >= FIRST_FAILURE;
        }
    }

    /** @throws Problem 503 where there is no such thing, or no answer */
    public JsonNode get(String path) {
        return json(checked(call("GET", path, null)).body());
    }

    /** @throws Problem 503 where no answer comes */
    public Answer call(String method, String path, @Nullable Object body) {
        return call(new Call(method, path, body, access.timeout()));
    }

    /** @throws Problem 503 where no answer comes */
    public Answer call(Call call) {
        var answer = send(call);
        if (answer.status() == UNAUTHORIZED) {
            // Keycloak has forgotten the token, or has other keys now.
            token = null;
            return send(call);
        }
        return answer;
    }

    /** @throws Problem 503 unless it was done */
    public static Answer checked(Answer answer) {
        if (answer.failed()) {
            throw unavailable("status " + answer.status() + " to "
                    + answer.call().method() + " " + answer.call().path().replaceFirst("\\?.*", ""));
        }
        return answer;
    }

    /** @throws Problem 503 where it is none */
    public JsonNode json(String body) {
        try {
            return mapper.readTree(body);
        } catch (JsonProcessingException e) {
            throw unavailable("its answer is no JSON");
        }
    }

    public static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private Answer send(Call call) {
        var realm = access.realm().toString();
        int name = realm.lastIndexOf("/realms/");
        var uri = URI.create(realm.substring(0, name) + "/admin" + realm.substring(name) + call.path());
        var body = call.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofString(written(call.body()));
        var response = send(HttpRequest.newBuilder(uri)
                .timeout(call.timeout())
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json")
                .method(call.method(), body)
                .build());
        var location = response.headers().firstValue("Location").orElse("");
        return new Answer(call, response.statusCode(), response.body(), location);
    }

    private String token() {
        var held = token;
        if (held != null && clock.instant().isBefore(held.until())) {
            return held.text();
        }
        var form = "grant_type=client_credentials&client_id=" + encoded(access.adminClient()) + "&client_secret="
                + encoded(access.adminSecret().orElse(""));
        var answer = send(HttpRequest.newBuilder(tokenEndpoint())
                .timeout(access.timeout())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build());
        if (answer.statusCode() >= FIRST_FAILURE) {
            throw unavailable("status " + answer.statusCode() + " to the question for a token");
        }
        var given = json(answer.body());
        var lives = Duration.ofSeconds(given.path("expires_in").asLong());
        var fresh = new Token(
                given.path("access_token").asText(), clock.instant().plus(lives).minus(MARGIN));
        token = fresh;
        return fresh.text();
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw unavailable(e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable("interrupted");
        }
    }

    private static Problem unavailable(String why) {
        LOG.warnf("Keycloak's admin API: %s", why);
        return Problem.of(
                        ProblemType.UNAVAILABLE,
                        "Keycloak does not do it now. Nothing has changed; send the request again.")
                .retryAfter(RETRY);
    }

    /** @param value of maps, lists, texts and the like */
    public String written(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps and lists can be written", e);
        }
    }
}
