package ma.jazari.gateway.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.time.Duration;
import ma.jazari.platform.http.RequestId;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.problem.ProblemMapper;
import ma.jazari.platform.problem.ProblemType;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Writes every failure that the gateway answers itself, outside its REST resources. */
@Singleton
public class ProblemWriter {

    private static final Logger LOG = Logger.getLogger(ProblemWriter.class);
    private static final String RETRY_AFTER_SECONDS = "2";
    private static final long NANOS_ROUNDED_UP = 999_999_999;

    private final ObjectMapper mapper;

    ProblemWriter(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** The slug of what was written for this request; null if nothing was. */
    public static @Nullable String problemOf(RoutingContext context) {
        return context.get(ProblemWriter.class.getName());
    }

    /** Answers with the problem; where an answer has begun already, cuts it, so that nobody takes it for complete. */
    public void write(RoutingContext context, Problem problem) {
        var response = context.response();
        LOG.debugf(
                "%s %s: %s %s",
                context.request().method(),
                context.request().path(),
                problem.type().slug(),
                problem.detail());
        context.put(ProblemWriter.class.getName(), problem.type().slug());
        if (response.ended() || response.closed()) {
            return;
        }
        if (response.headWritten()) {
            Leftovers.cut(context.request());
            return;
        }
        answer(context, response, problem);
        Leftovers.discard(context.request());
    }

    private void answer(RoutingContext context, HttpServerResponse response, Problem problem) {
        var body = Buffer.buffer(json(context, problem));
        response.setStatusCode(problem.type().status())
                .putHeader(HttpHeaders.CONTENT_TYPE, ProblemMapper.MEDIA_TYPE)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(body.length()));
        if (problem.type() == ProblemType.UNAUTHENTICATED) {
            response.putHeader("WWW-Authenticate", "Bearer realm=\"jazari\", error=\"invalid_token\"");
        }
        if (problem.type() == ProblemType.UNAVAILABLE) {
            response.putHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        problem.retryAfter().ifPresent(time -> response.putHeader(HttpHeaders.RETRY_AFTER, seconds(time)));
        if (HttpMethod.HEAD.equals(context.request().method())) {
            response.end();
        } else {
            response.end(body);
        }
    }

    private static String seconds(Duration time) {
        return String.valueOf(Math.max(1, time.plusNanos(NANOS_ROUNDED_UP).toSeconds()));
    }

    private byte[] json(RoutingContext context, Problem problem) {
        var path = context.request().path();
        try {
            return mapper.writeValueAsBytes(problem.body(path == null ? "" : path, RequestId.of(context)));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
