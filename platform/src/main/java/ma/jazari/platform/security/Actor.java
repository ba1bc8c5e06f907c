package ma.jazari.platform.security;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who makes a request.
 *
 * @param sub subject of the token; null for the public
 * @param name what to show of it
 * @param roles realm roles
 * @param scopes the organisations it acts for
 */
public record Actor(@Nullable String sub, String name, Set<String> roles, Set<Scope> scopes) {

    public static final Actor ANONYMOUS = new Actor(null, "anonymous", Set.of(), Set.of());

    public boolean isAnonymous() {
        return sub == null;
    }

    public boolean has(String role) {
        return roles.contains(role);
    }

    public boolean isNetworkAdmin() {
        return has(Role.NETWORK_ADMIN);
    }

    /** Whether nothing is hidden from it. */
    public boolean seesEverything() {
        return isNetworkAdmin() || has(Role.AUDITOR);
    }

    /** Whether it acts for the organisation, in the role that this takes. */
    public boolean actsFor(String type, String id) {
        return scopes.contains(new Scope(type, id));
    }

    /** What it may see besides the public, as the change log names audiences: its organisations', and its own. */
    public List<String> audiences() {
        var organisations = scopes.stream().map(Scope::toString).sorted();
        return Stream.concat(organisations, Stream.ofNullable(sub).map(Actor::audience))
                .toList();
    }

    /** The audience that is one caller alone, whatever it acts for. */
    public static String audience(String sub) {
        return "USER:" + sub;
    }
}
