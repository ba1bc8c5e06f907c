package ma.jazari.platform.security;

import java.util.Set;

/** What a service knows of organisations that whoever acts for others acts for, too. A bean of a service that knows any. */
public interface InheritedScopes {

    /** The organisations that come with those that a token names. */
    Set<Scope> of(Set<Scope> named);
}
