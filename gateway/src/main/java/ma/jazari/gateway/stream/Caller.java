package ma.jazari.gateway.stream;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/**
 * Whose streams these are: those with the same token see the same changes.
 *
 * @param token the Authorization line; null for all without one, who see what is public
 */
record Caller(@Nullable String token) {

    static Caller of(HttpServerRequest request) {
        return new Caller(request.getHeader(HttpHeaders.AUTHORIZATION));
    }

    MultiMap headers() {
        var headers = HttpHeaders.headers().set(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON);
        return token == null ? headers : headers.set(HttpHeaders.AUTHORIZATION, token);
    }

    // A token must not come into a log by being shown.
    @Override
    public String toString() {
        return token == null ? "anybody" : "whoever has the token";
    }
}
