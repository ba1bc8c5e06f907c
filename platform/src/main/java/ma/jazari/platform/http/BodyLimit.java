package ma.jazari.platform.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.problem.ProblemMapper;
import ma.jazari.platform.problem.ProblemType;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keeps bodies to the size of a record where {@code quarkus.http.limits.max-body-size}, which knows no paths, is larger
 * for the sake of a few paths. Those are named by {@code jazari.http.large-body-paths}, where {@code *} stands for one
 * segment; does nothing where none are named.
 */
@Singleton
public class BodyLimit {

    // Filters stand at the negative of their priority. Before Quarkus's own limit, which answers without a word, and
    // after
    // it, where what it noted for bodies of unknown length is corrected.
    private static final int BEFORE_THE_OVERALL_LIMIT = -(RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT - 1);
    private static final int AFTER_THE_OVERALL_LIMIT = -(RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT + 1);

    private final List<PathPattern> largeBodyPaths;
    private final long usual;
    private final long large;
    private final ObjectMapper mapper;

    BodyLimit(
            @ConfigProperty(name = "jazari.http.large-body-paths") Optional<List<String>> largeBodyPaths,
            @ConfigProperty(name = "jazari.http.usual-body-size", defaultValue = "2M") MemorySize usual,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") Optional<MemorySize> large,
            ObjectMapper mapper) {
        this.largeBodyPaths =
                largeBodyPaths.orElse(List.of()).stream().map(PathPattern::of).toList();
        this.usual = usual.asLongValue();
        this.large = large.map(MemorySize::asLongValue).orElse(Long.MAX_VALUE);
        this.mapper = mapper;
    }

    void register(@Observes Filters filters) {
        if (!largeBodyPaths.isEmpty()) {
            filters.register(this::limitDeclared, BEFORE_THE_OVERALL_LIMIT);
            filters.register(this::limitUndeclared, AFTER_THE_OVERALL_LIMIT);
        }
    }

    private long limit(RoutingContext context) {
        var path = context.normalizedPath();
        return largeBodyPaths.stream().anyMatch(pattern -> pattern.matches(path)) ? large : usual;
    }

    private void limitDeclared(RoutingContext context) {
        if (declaredLength(context) > limit(context)) {
            refuse(context);
        } else {
            context.next();
        }
    }

    private void limitUndeclared(RoutingContext context) {
        context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, limit(context));
        context.next();
    }

    private static long declaredLength(RoutingContext context) {
        var length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length.trim());
    }

    private void refuse(RoutingContext context) {
        var detail = String.format(Locale.ROOT, "The body is larger than %,d bytes.", limit(context));
        var problem = Problem.of(ProblemType.TOO_LARGE, detail);
        context.response()
                .setStatusCode(problem.type().status())
                .putHeader(HttpHeaders.CONTENT_TYPE, ProblemMapper.MEDIA_TYPE)
                .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                .endHandler(end -> context.request().connection().close())
                .end(json(problem.body(context.normalizedPath(), RequestId.of(context))));
    }

    private String json(Object body) {
        try {
            return mapper.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
