package ma.jazari.localstack.keycloak;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import ma.jazari.localstack.LocalStackException;

/** Where a realm gives tokens. */
record TokenEndpoint(URI keycloak, String realm) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int OK = 200;

    /** The access token for these form fields. */
    String ask(Map<String, String> form) {
        var request = HttpRequest.newBuilder(keycloak.resolve("/realms/" + realm + "/protocol/openid-connect/token"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encoded(form)))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request, BodyHandlers.ofString());
            var body = new ObjectMapper().readTree(answer.body());
            if (answer.statusCode() != OK) {
                throw new LocalStackException("Keycloak gave no token: "
                        + body.path("error_description").asText(answer.body()));
            }
            return body.path("access_token").asText();
        } catch (IOException failure) {
            throw new LocalStackException(
                    "Keycloak does not answer at " + keycloak + ". Does the stack run? See: ./jazari status", failure);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new LocalStackException("Asking for a token was interrupted", interruption);
        }
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
