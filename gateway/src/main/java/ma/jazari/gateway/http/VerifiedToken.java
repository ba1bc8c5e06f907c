package ma.jazari.gateway.http;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import java.util.Objects;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * What a token says of its bearer, read after it was verified and never before.
 *
 * @param client the id of the client that it was issued to
 * @param subject whom it stands for: the client itself, or a person
 */
public record VerifiedToken(String client, String subject) {

    /** Null where there is no token. */
    public static @Nullable VerifiedToken of(RoutingContext context) {
        return context.get(VerifiedToken.class.getName());
    }

    static VerifiedToken of(SecurityIdentity identity) {
        var name = identity.getPrincipal().getName();
        return identity.getPrincipal() instanceof JsonWebToken token
                ? new VerifiedToken(
                        Objects.requireNonNullElse(token.getClaim("azp"), "unknown"),
                        Objects.requireNonNullElse(token.getSubject(), name))
                : new VerifiedToken("unknown", name);
    }

    void keep(RoutingContext context) {
        context.put(VerifiedToken.class.getName(), this);
    }
}
