package ma.jazari.events.programevent;

import java.util.Collection;
import java.util.Map;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.security.Actor;

/** Who keeps the places of program events. */
public interface Registrations {

    /**
     * Lets the places follow what an event has become, in the transaction of the change.
     *
     * @throws Problem 409 where there would be fewer places than are taken
     */
    void follow(ProgramEventState before, ProgramEventState now, Actor actor);

    /** How many places are taken, by event; none for an event that one cannot register for. */
    Map<String, Places> places(Collection<String> eventIds);
}
