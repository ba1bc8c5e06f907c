package ma.jazari.gateway.http;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.Objects;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * What a token says of its bearer, read after it was verified and never before.
 *
 * @param client the id of the client that it was issued to
 * @param subject whom it stands for: the client itself, or a person
 * @param expires when it is no longer valid
 */
public record VerifiedToken(String client, String subject, Instant expires) {

    private static final String UNKNOWN = "unknown";

    /** Null where there is no token. */
    public static @Nullable VerifiedToken of(RoutingContext context) {
        return context.get(VerifiedToken.class.getName());
    }

    static VerifiedToken of(SecurityIdentity identity) {
        var name = identity.getPrincipal().getName();
        return identity.getPrincipal() instanceof JsonWebToken token
                ? new VerifiedToken(
                        Objects.requireNonNullElse(token.getClaim("azp"), UNKNOWN),
                        Objects.requireNonNullElse(token.getSubject(), name),
                        Instant.ofEpochSecond(token.getExpirationTime()))
                : new VerifiedToken(UNKNOWN, name, Instant.MIN);
    }

    void attachTo(RoutingContext context) {
        context.put(VerifiedToken.class.getName(), this);
    }
}
