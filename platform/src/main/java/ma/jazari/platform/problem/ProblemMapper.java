package ma.jazari.platform.problem;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import ma.jazari.platform.http.AllowedMethods;
import ma.jazari.platform.http.RequestId;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns whatever a resource throws into application/problem+json. The one place where a failure is logged. */
public final class ProblemMapper {

    public static final String MEDIA_TYPE = "application/problem+json";

    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);
    private static final int RETRY_AFTER_SECONDS = 1;

    private final RequestId requestId;
    private final AllowedMethods methods;

    ProblemMapper(RequestId requestId, AllowedMethods methods) {
        this.requestId = requestId;
        this.methods = methods;
    }

    @ServerExceptionMapper
    Response problem(Problem problem, UriInfo uri) {
        LOG.debugf("refused: %s %s", problem.type().slug(), problem.detail());
        return answer(problem, uri);
    }

    @ServerExceptionMapper
    Response http(WebApplicationException failure, UriInfo uri, Request request) {
        var original = failure.getResponse();
        if (original.getStatus() >= 500) {
            return unexpected(failure, uri);
        }
        var type = ProblemType.ofStatus(original.getStatus());
        // Where several resources share the beginning of a path, a method that none has counts as an address that none
        // has.
        if (type == ProblemType.NOT_FOUND && methods.excludes(request.getMethod(), path(uri))) {
            type = ProblemType.METHOD_NOT_ALLOWED;
        }
        var detail = type == ProblemType.NOT_FOUND ? "There is nothing at " + path(uri) + "." : type.explanation();
        return answer(Problem.of(type, detail), uri);
    }

    @ServerExceptionMapper(priority = 1)
    Response badToken(AuthenticationFailedException failure, UriInfo uri) {
        return answer(Problem.of(ProblemType.UNAUTHENTICATED, "The token is not valid here, or has expired."), uri);
    }

    @ServerExceptionMapper(priority = 1)
    Response noToken(UnauthorizedException failure, UriInfo uri) {
        return answer(Problem.of(ProblemType.UNAUTHENTICATED, "This operation needs an access token."), uri);
    }

    @ServerExceptionMapper(priority = 1)
    Response forbidden(ForbiddenException failure, UriInfo uri) {
        return answer(Problem.forbidden("Your roles do not allow this operation."), uri);
    }

    @ServerExceptionMapper
    Response unexpected(Throwable failure, UriInfo uri) {
        var problem = problemBehind(failure);
        if (problem.isPresent()) {
            return problem(problem.get(), uri);
        }
        if (Contention.isBehind(failure)) {
            LOG.warnf("others were in the way: %s: %s", uri.getPath(), failure.getMessage());
            return answer(
                    Problem.of(
                            ProblemType.UNAVAILABLE,
                            "Others are changing the same records, or there was too much to do at once. Nothing was"
                                    + " changed; send the request again."),
                    uri);
        }
        LOG.errorf(failure, "request failed: %s", uri.getPath());
        return answer(Problem.of(ProblemType.INTERNAL_ERROR, ProblemType.INTERNAL_ERROR.explanation()), uri);
    }

    /** A problem that a transaction or a proxy has wrapped. */
    private static Optional<Problem> problemBehind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return Optional.of(problem);
            }
        }
        return Optional.empty();
    }

    private Response answer(Problem problem, UriInfo uri) {
        var type = problem.type();
        var response =
                Response.status(type.status()).type(MEDIA_TYPE).entity(problem.body(path(uri), requestId.current()));
        // What is refused or absent now may be there in a moment; a cache would go on denying it.
        response.header(HttpHeaders.CACHE_CONTROL, "no-store");
        if (type == ProblemType.UNAUTHENTICATED) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"jazari\"");
        }
        if (type == ProblemType.REQUEST_IN_PROGRESS || type == ProblemType.UNAVAILABLE) {
            response.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        problem.retryAfter().ifPresent(time -> response.header(HttpHeaders.RETRY_AFTER, time.toSeconds() + 1));
        if (type == ProblemType.METHOD_NOT_ALLOWED) {
            methods.at(path(uri)).ifPresent(allowed -> response.header(HttpHeaders.ALLOW, allowed));
        }
        return response.build();
    }

    private static String path(UriInfo uri) {
        return "/" + uri.getPath().replaceFirst("^/", "");
    }
}
