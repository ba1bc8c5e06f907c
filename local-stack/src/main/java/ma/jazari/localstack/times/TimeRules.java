package ma.jazari.localstack.times;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import ma.jazari.localstack.LocalStackException;

/** The registry's list of program events that the time-zone rules of now move, at the gateway. */
public final class TimeRules {

    private static final String PATH = "/v1/program-events/time-rules?limit=50";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int OK = 200;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI gateway;

    public TimeRules(URI gateway) {
        this.gateway = gateway;
    }

    /**
     * One page of those that move.
     *
     * @param after where it begins; empty for the beginning
     * @param token of a network administrator or an auditor
     */
    public MovedPage list(Optional<String> after, String token) {
        return send(request(after, token).GET().build());
    }

    /**
     * Moves those of one page.
     *
     * @param token of a network administrator
     */
    public MovedPage apply(Optional<String> after, String token) {
        return send(request(after, token).POST(BodyPublishers.noBody()).build());
    }

    private HttpRequest.Builder request(Optional<String> after, String token) {
        // A cursor is of letters that an address can hold.
        var path = PATH + after.map(cursor -> "&cursor=" + cursor).orElse("");
        return HttpRequest.newBuilder(gateway.resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json, application/problem+json");
    }

    private MovedPage send(HttpRequest request) {
        try {
            return read(http.send(request, BodyHandlers.ofString()));
        } catch (IOException failure) {
            throw new LocalStackException(
                    "The gateway does not answer: " + failure.getMessage()
                            + ". Does the stack run? See: ./jazari status",
                    failure);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new LocalStackException("It was interrupted; it can be begun anew", interruption);
        }
    }

    private static MovedPage read(HttpResponse<String> answer) throws IOException {
        var body = JSON.readTree(answer.body());
        if (answer.statusCode() != OK) {
            throw new LocalStackException("The time rules were not asked for: "
                    + body.path("detail").asText("the gateway answered " + answer.statusCode()));
        }
        return MovedPage.of(body);
    }
}
