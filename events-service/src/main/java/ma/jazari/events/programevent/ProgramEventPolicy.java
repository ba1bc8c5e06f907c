package ma.jazari.events.programevent;

import java.util.List;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.security.Actor;

/** Who may see and do what with a program event. What a caller may not see does not exist for it. */
final class ProgramEventPolicy {

    static final String SUBJECT = "PROGRAM_EVENT";

    private static final String HOST = "INSTITUTE";

    private ProgramEventPolicy() {}

    static boolean mayRead(ProgramEvent event, Actor actor) {
        return event.status().isPublished() || actor.seesEverything() || isHost(event.hostInstituteIds(), actor);
    }

    /** Whether the actor may hold events of these hosts: its own institute is one of them, or it is the network's. */
    static boolean mayHold(List<String> hosts, Actor actor) {
        return actor.isNetworkAdmin() || isHost(hosts, actor);
    }

    static boolean isHost(List<String> hosts, Actor actor) {
        return hosts.stream().anyMatch(id -> actor.actsFor(HOST, id));
    }

    /** @throws Problem 403 where the actor may not hold an event of these hosts */
    static void checkMayHold(List<String> hosts, Actor actor) {
        if (!mayHold(hosts, actor)) {
            throw Problem.forbidden(
                    "Only the administrators of its host institutes and the network administrator hold a program event;"
                            + " name an institute that you act for in hostInstituteIds.");
        }
    }

    /** @throws Problem 404 for a stranger to a draft, 403 for everybody else who may not */
    static void checkMayChange(ProgramEvent event, Actor actor) {
        checkMayRead(event, actor);
        checkMayHold(event.hostInstituteIds(), actor);
    }

    /**
     * Whoever may change an event need not see who comes to it.
     *
     * @param isOfItsNetwork whether the network holds the event itself, and the actor is its administrator
     * @throws Problem 403 where the actor is not the organiser
     */
    static void checkOrganises(ProgramEvent event, boolean isOfItsNetwork, Actor actor) {
        if (!isOfItsNetwork && !isHost(event.hostInstituteIds(), actor)) {
            throw Problem.forbidden(
                    "Who registers for a program event is for its organiser alone: the administrators of its"
                            + " host institutes, and the network administrator where JAZARI ROOT is one of them.");
        }
    }

    static void checkMayRead(ProgramEvent event, Actor actor) {
        if (!mayRead(event, actor)) {
            throw Problem.notFound("program event", event.id());
        }
    }

    /** The moves that are open to the actor. */
    static List<ProgramEventStatus> moves(ProgramEventStatus from, List<String> hosts, Actor actor) {
        return mayHold(hosts, actor) ? from.next().stream().sorted().toList() : List.of();
    }

    /** Who sees the changes of a draft, as the change log names audiences. */
    static List<String> audience(ProgramEvent event) {
        return event.hostInstituteIds().stream().map(id -> HOST + ":" + id).toList();
    }
}
