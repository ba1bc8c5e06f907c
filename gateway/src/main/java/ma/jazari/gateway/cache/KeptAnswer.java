package ma.jazari.gateway.cache;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * An answer that others may get, too.
 *
 * @param seq the service's last change before it was asked
 * @param asked when it was, on a clock that only goes forward
 * @param lifetime for how long after that the service lets it be given to others
 */
record KeptAnswer(Head head, Buffer body, long seq, long asked, Duration lifetime) {

    private static final int NOT_MODIFIED = 304;

    /** Whether nothing has happened since, as far as the service's last change is known. */
    boolean isFresh(OptionalLong lastSeq, long now) {
        return lastSeq.isPresent() && lastSeq.getAsLong() == seq && now - asked < lifetime.toNanos();
    }

    int bytes(Key key) {
        return body.length() + head.bytes() + key.length();
    }

    /** Gives it to the client, or tells it that it has it. */
    void answer(HttpServerRequest request, long now) {
        var response = request.response();
        head.headers().names().forEach(name -> response.headers()
                .set(name, head.headers().getAll(name)));
        long age = TimeUnit.NANOSECONDS.toSeconds(now - asked);
        response.putHeader("Age", String.valueOf(age))
                .putHeader(PublicAnswers.CACHE_STATUS, "jazari; hit; ttl=" + (lifetime.toSeconds() - age));
        if (head.isKnownTo(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
            response.headers().remove(HttpHeaders.CONTENT_LENGTH);
            response.setStatusCode(NOT_MODIFIED).end();
            return;
        }
        response.putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(body.length()));
        if (HttpMethod.HEAD.equals(request.method())) {
            response.end();
        } else {
            response.end(body);
        }
    }
}
