package ma.jazari.events.registration;

import java.util.Set;
import ma.jazari.platform.security.Actor;

/** Who the log says moved a registration, where it was not the organiser. */
final class RegistrationActors {

    /** Whoever it is of. The log never forgets, so it does not learn who that is, whatever token one has. */
    static final Actor REGISTRANT = named("registrant");

    /** The promotion of those who wait, and the clock. */
    static final Actor QUEUE = named("queue");

    private RegistrationActors() {}

    private static Actor named(String name) {
        return new Actor(null, name, Set.of(), Set.of());
    }
}
