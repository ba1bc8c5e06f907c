package ma.jazari.platform.security;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** The caller of the request being served. A claim counts only with the role that it belongs to. */
@RequestScoped
public class CurrentActor {

    private final CurrentIdentityAssociation identity;
    private final Instance<InheritedScopes> inherited;
    private final Instance<TokenWatch> watches;
    private @Nullable Actor actor;

    CurrentActor(
            CurrentIdentityAssociation identity, Instance<InheritedScopes> inherited, Instance<TokenWatch> watches) {
        this.identity = identity;
        this.inherited = inherited;
        this.watches = watches;
    }

    /** @throws io.quarkus.security.AuthenticationFailedException for a token that is not valid */
    public Actor get() {
        if (actor == null) {
            actor = of(identity.getIdentity());
        }
        return actor;
    }

    private Actor of(SecurityIdentity identity) {
        if (identity.isAnonymous() || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Actor.ANONYMOUS;
        }
        String client = token.getClaim("azp");
        if (client != null) {
            watches.forEach(watch -> watch.used(client));
        }
        var roles = Set.copyOf(identity.getRoles());
        return new Actor(
                Objects.requireNonNull(token.getSubject(), "a token of the realm names its subject"),
                Objects.requireNonNullElse(token.getName(), token.getSubject()),
                roles,
                withInherited(scopes(token, roles)));
    }

    private Set<Scope> withInherited(Set<Scope> named) {
        if (named.isEmpty()) {
            return named;
        }
        var all = new HashSet<>(named);
        inherited.forEach(source -> all.addAll(source.of(named)));
        return Set.copyOf(all);
    }

    private static Set<Scope> scopes(JsonWebToken token, Set<String> roles) {
        var scopes = new HashSet<Scope>();
        if (roles.contains(Role.INSTITUTE_ADMIN)) {
            ids(token, "institutes").forEach(id -> scopes.add(new Scope("INSTITUTE", id)));
        }
        if (roles.contains(Role.PARTNER)) {
            ids(token, "partners").forEach(id -> scopes.add(new Scope("PARTNER", id)));
        }
        return Set.copyOf(scopes);
    }

    private static Stream<String> ids(JsonWebToken token, String claim) {
        Object value = token.getClaim(claim);
        return value instanceof JsonArray array
                ? array.getValuesAs(JsonString.class).stream().map(JsonString::getString)
                : Stream.empty();
    }
}
