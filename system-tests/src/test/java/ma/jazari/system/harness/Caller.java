package ma.jazari.system.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
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

    /** @throws UncheckedIOException when no answer comes */
    private Answer send(String method, String path, BodyPublisher body, @Nullable String contentType) {
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
            return Answer.of(registry.http().send(request.build(), BodyHandlers.ofString()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interruption);
        }
    }
}
