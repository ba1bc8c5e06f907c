package ma.jazari.gateway.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.function.BiConsumer;
import ma.jazari.gateway.route.GatewayConfig;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.problem.ProblemType;
import org.jboss.logging.Logger;

/**
 * Stops tokens that are not valid before a service sees them. A request without one passes: the services decide what is
 * public, and verify again.
 */
@Singleton
public class TokenCheck {

    private static final Logger LOG = Logger.getLogger(TokenCheck.class);
    private static final String SCHEME = "Bearer ";
    private static final String REFUSAL = TokenCheck.class.getName();

    private final IdentityProviderManager identities;
    private final ProblemWriter problems;
    private final RevokedClients revoked;
    private final VerifiedTokens kept;
    private final Counter found;
    private final Counter verified;

    TokenCheck(
            IdentityProviderManager identities,
            ProblemWriter problems,
            RevokedClients revoked,
            GatewayConfig config,
            Clock clock,
            MeterRegistry metrics) {
        this.identities = identities;
        this.problems = problems;
        this.revoked = revoked;
        this.kept = new VerifiedTokens(config.tokensKept(), clock);
        this.found = metrics.counter("jazari.gateway.tokens", "how", "kept");
        this.verified = metrics.counter("jazari.gateway.tokens", "how", "verified");
    }

    /** Verifies the token, if there is one, and goes on in any case: a request with a bad token is counted, too. */
    public void read(RoutingContext context) {
        var given = context.request().headers().getAll(HttpHeaders.AUTHORIZATION);
        if (given.isEmpty()) {
            context.next();
        } else if (!isBearer(given)) {
            refuse(context, refused("Authorization must be a single Bearer token."));
        } else {
            var token = given.getFirst().substring(SCHEME.length()).trim();
            kept.find(token).ifPresentOrElse(known -> known(context, known), () -> verify(context, token));
        }
    }

    private void known(RoutingContext context, VerifiedToken token) {
        found.increment();
        goOn(context, token);
    }

    private void goOn(RoutingContext context, VerifiedToken token) {
        if (revoked.contains(token.client())) {
            refuse(context, refused("The client that this token was issued to was revoked, or has a new secret."));
        } else {
            token.attachTo(context);
            context.next();
        }
    }

    /** Goes on to the next handler, or answers 401, or 503 where the token could not be verified. */
    public void require(RoutingContext context) {
        Problem refusal = context.get(REFUSAL);
        if (refusal == null) {
            context.next();
        } else {
            problems.write(context, refusal);
        }
    }

    private static void refuse(RoutingContext context, Problem refusal) {
        context.put(REFUSAL, refusal);
        context.next();
    }

    private static boolean isBearer(List<String> given) {
        return given.size() == 1 && given.getFirst().regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    private void verify(RoutingContext context, String token) {
        var here = Vertx.currentContext();
        context.request().pause();
        BiConsumer<RoutingContext, Throwable> answeredHere = (ignored, failure) -> {};
        context.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, answeredHere);
        QuarkusHttpUser.getSecurityIdentity(context, identities)
                .emitOn(command -> here.runOnContext(ignored -> command.run()))
                .subscribe()
                .with(identity -> verified(context, token, identity), failure -> failed(context, failure));
    }

    private void verified(RoutingContext context, String token, SecurityIdentity identity) {
        if (identity.isAnonymous()) {
            refuse(context, refused("The token is empty."));
        } else {
            verified.increment();
            var said = VerifiedToken.of(identity);
            kept.keep(token, said);
            goOn(context, said);
        }
    }

    private void failed(RoutingContext context, Throwable failure) {
        if (isAboutTheToken(failure)) {
            refuse(context, refused("The token is not valid here, or has expired."));
        } else {
            LOG.warnf("a token could not be verified: %s", failure);
            refuse(
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
