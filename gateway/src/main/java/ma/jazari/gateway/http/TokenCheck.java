package ma.jazari.gateway.http;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.problem.ProblemType;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;

/**
 * Stops tokens that are not valid before a service sees them. A request without one passes: the services decide what is
 * public, and verify again.
 */
@Singleton
public class TokenCheck {

    private static final Logger LOG = Logger.getLogger(TokenCheck.class);
    private static final String SCHEME = "Bearer ";

    private final IdentityProviderManager identities;
    private final ProblemWriter problems;

    TokenCheck(IdentityProviderManager identities, ProblemWriter problems) {
        this.identities = identities;
        this.problems = problems;
    }

    /** Goes on to the next handler, or answers 401, or 503 where the token cannot be verified now. */
    public void check(RoutingContext context) {
        var given = context.request().headers().getAll(HttpHeaders.AUTHORIZATION);
        if (given.isEmpty()) {
            context.next();
        } else if (!isBearer(given)) {
            problems.write(context, refused("Authorization must be a single Bearer token."));
        } else {
            verify(context);
        }
    }

    private static boolean isBearer(List<String> given) {
        return given.size() == 1 && given.getFirst().regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    private void verify(RoutingContext context) {
        var here = Vertx.currentContext();
        context.request().pause();
        BiConsumer<RoutingContext, Throwable> answeredHere = (ignored, failure) -> {};
        context.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, answeredHere);
        QuarkusHttpUser.getSecurityIdentity(context, identities)
                .emitOn(command -> here.runOnContext(ignored -> command.run()))
                .subscribe()
                .with(identity -> verified(context, identity), failure -> failed(context, failure));
    }

    private void verified(RoutingContext context, SecurityIdentity identity) {
        if (identity.isAnonymous()) {
            problems.write(context, refused("The token is empty."));
        } else {
            context.put(SecurityIdentity.class.getName(), identity);
            context.next();
        }
    }

    /** When the token of the request expires; empty for a request without one. */
    public static Optional<Instant> expiry(RoutingContext context) {
        SecurityIdentity identity = context.get(SecurityIdentity.class.getName());
        return identity != null && identity.getPrincipal() instanceof JsonWebToken token
                ? Optional.of(Instant.ofEpochSecond(token.getExpirationTime()))
                : Optional.empty();
    }

    private void failed(RoutingContext context, Throwable failure) {
        if (isAboutTheToken(failure)) {
            problems.write(context, refused("The token is not valid here, or has expired."));
        } else {
            LOG.warnf("a token could not be verified: %s", failure);
            problems.write(
                    context,
                    Problem.of(ProblemType.UNAVAILABLE, "Tokens cannot be verified now: Keycloak does not answer."));
        }
    }

    private static boolean isAboutTheToken(Throwable failure) {
        return failure instanceof AuthenticationFailedException;
    }

    private static Problem refused(String detail) {
        return Problem.of(ProblemType.UNAUTHENTICATED, detail);
    }
}
