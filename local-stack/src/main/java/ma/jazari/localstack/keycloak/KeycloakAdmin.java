package ma.jazari.localstack.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import ma.jazari.localstack.LocalStackException;

/** Keycloak's admin API, as the administrator whom the local stack made. */
public final class KeycloakAdmin {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int NOT_FOUND = 404;
    private static final int FIRST_FAILURE = 300;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI keycloak;
    private final String user;
    private final String password;

    public KeycloakAdmin(URI keycloak, String user, String password) {
        this.keycloak = keycloak;
        this.user = user;
        this.password = password;
    }

    /** Empty when there is no such thing. */
    Optional<JsonNode> get(String path) {
        var answer = send(request(path).GET());
        if (answer.statusCode() == NOT_FOUND) {
            return Optional.empty();
        }
        return Optional.of(json(checked(answer)));
    }

    void post(String path, String body) {
        checked(send(request(path).POST(HttpRequest.BodyPublishers.ofString(body))));
    }

    void put(String path, JsonNode body) {
        checked(send(request(path).PUT(HttpRequest.BodyPublishers.ofString(body.toString()))));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(keycloak.resolve("/admin/realms" + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json");
    }

    /** Asked for each time: it lives for a minute, and there are few requests. */
    private String token() {
        return new TokenEndpoint(keycloak, "master")
                .ask(Map.of(
                        "grant_type", "password", "client_id", "admin-cli", "username", user, "password", password));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new LocalStackException("Keycloak does not answer: " + failure.getMessage(), failure);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new LocalStackException("Asking Keycloak was interrupted", interruption);
        }
    }

    private static HttpResponse<String> checked(HttpResponse<String> answer) {
        if (answer.statusCode() >= FIRST_FAILURE) {
            throw new LocalStackException("Keycloak answered " + answer.statusCode() + " to "
                    + answer.request().method() + " " + answer.uri().getPath() + ": " + answer.body());
        }
        return answer;
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException failure) {
            throw new LocalStackException("Keycloak's answer is no JSON: " + failure.getMessage(), failure);
        }
    }
}
