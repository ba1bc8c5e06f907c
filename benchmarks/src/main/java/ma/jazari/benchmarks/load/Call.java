package ma.jazari.benchmarks.load;

import io.vertx.core.http.HttpMethod;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A request that is sent many times.
 *
 * @param body made anew for each time; null for none
 * @param expected the status of its answer
 */
public record Call(
        HttpMethod method, URI uri, Map<String, String> headers, @Nullable Supplier<String> body, int expected) {

    private static final int OK = 200;
    private static final int CREATED = 201;

    public static Call get(URI uri) {
        return new Call(HttpMethod.GET, uri, Map.of("Accept", "application/json"), null, OK);
    }

    public static Call create(URI uri, Supplier<String> body) {
        return new Call(HttpMethod.POST, uri, Map.of("Content-Type", "application/json"), body, CREATED);
    }

    public Call as(String token) {
        return with(Map.of("Authorization", "Bearer " + token));
    }

    /** The same call, whose answer is to have that status. */
    public Call expecting(int status) {
        return new Call(method, uri, headers, body, status);
    }

    /** The same call at another address. */
    public Call at(URI other) {
        return new Call(method, other, headers, body, expected);
    }

    /** The same call with more headers. */
    public Call with(Map<String, String> more) {
        var all = new LinkedHashMap<>(headers);
        all.putAll(more);
        return new Call(method, uri, all, body, expected);
    }
}
