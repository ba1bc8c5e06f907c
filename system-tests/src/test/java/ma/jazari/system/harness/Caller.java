package ma.jazari.system.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Someone who sends requests to the gateway. */
public final class Caller {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String JSON = "application/json";
    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final Registry registry;
    private final Map<String, String> headers;
    private final @Nullable Supplier<String> authorization;

    Caller(Registry registry, Map<String, String> headers) {
        this(registry, headers, null);
    }

    private Caller(Registry registry, Map<String, String> headers, @Nullable Supplier<String> authorization) {
        this.registry = registry;
        this.headers = Map.copyOf(headers);
        this.authorization = authorization;
    }

    Caller authorizedBy(Supplier<String> header) {
        return new Caller(registry, headers, header);
    }

    /** The same caller, who sends this header, too. */
    public Caller with(String header, String value) {
        var more = new HashMap<>(headers);
        more.put(header, value);
        return new Caller(registry, more, authorization);
    }

    public Answer get(String path) {
        return send("GET", path, BodyPublishers.noBody(), null);
    }

    public Answer post(String path, String json) {
        return send("POST", path, BodyPublishers.ofString(json), JSON);
    }

    public Answer patch(String path, String json) {
        return send("PATCH", path, BodyPublishers.ofString(json), MERGE_PATCH);
    }

    public Answer put(String path, String json) {
        return send("PUT", path, BodyPublishers.ofString(json), JSON);
    }

    public Answer delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody(), null);
    }

    /** Sends a file as it is. */
    public Answer upload(String path, byte[] file, String contentType) {
        return send("POST", path, BodyPublishers.ofByteArray(file), contentType);
    }

    /** Any request; without a body where it is null. */
    public Answer request(String method, String path, @Nullable String body) {
        return send(method, path, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body), null);
    }

    /** The bytes of what is expected to be there. */
    public byte[] download(String path) {
        var response = sent("GET", path, BodyPublishers.noBody(), null, BodyHandlers.ofByteArray());
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return response.body();
    }

    /** The request for a stream of server-sent events after this id; it has no limit of time. */
    HttpRequest stream(String path, String lastId) {
        var request = HttpRequest.newBuilder(registry.gateway().resolve(path))
                .header("Accept", "text/event-stream")
                .header("Last-Event-ID", lastId);
        if (authorization != null) {
            request.header("Authorization", authorization.get());
        }
        return request.build();
    }

    HttpClient http() {
        return registry.http();
    }

    /** @throws UncheckedIOException when no answer comes */
    private Answer send(String method, String path, BodyPublisher body, @Nullable String contentType) {
        return Answer.of(sent(method, path, body, contentType, BodyHandlers.ofString()));
    }

    private <T> HttpResponse<T> sent(
            String method, String path, BodyPublisher body, @Nullable String contentType, BodyHandler<T> handler) {
        var request = HttpRequest.newBuilder(registry.gateway().resolve(path))
                .timeout(LIMIT)
                .method(method, body);
        headers.forEach(request::header);
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        if (authorization != null) {
            request.header("Authorization", authorization.get());
        }
        try {
            return registry.http().send(request.build(), handler);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interruption);
        }
    }
}
