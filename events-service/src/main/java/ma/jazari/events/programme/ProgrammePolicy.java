package ma.jazari.events.programme;

import java.util.List;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.security.Actor;
import org.jspecify.annotations.Nullable;

/** Who may see and do what with a programme: all see those that are public, the network administrator alone writes. */
public final class ProgrammePolicy {

    public static final String SUBJECT = "PROGRAMME";

    private static final List<String> NOBODY_ELSE = List.of();

    private ProgrammePolicy() {}

    static boolean mayRead(ProgrammeStatus status, Actor actor) {
        return status.isPublic() || actor.seesEverything();
    }

    /** @throws Problem 404 for a stranger to a planned one */
    static void checkMayRead(Programme programme, Actor actor) {
        if (!mayRead(programme.status(), actor)) {
            throw notFound(programme.id());
        }
    }

    /** @throws Problem 404 for a stranger to a planned one, 403 for everybody else but the network administrator */
    static void checkMayChange(Programme programme, Actor actor) {
        checkMayRead(programme, actor);
        checkIsNetworkAdmin(actor);
    }

    static void checkIsNetworkAdmin(Actor actor) {
        if (!actor.isNetworkAdmin()) {
            throw Problem.forbidden("Programmes and indicators are the network administrator's.");
        }
    }

    static Problem notFound(String id) {
        return Problem.notFound("programme", id);
    }

    /** The moves that are open to the actor. */
    static List<ProgrammeStatus> moves(ProgrammeStatus from, Actor actor) {
        return actor.isNetworkAdmin() ? from.next().stream().sorted().toList() : List.of();
    }

    /** Who sees the changes besides those who see all, as the change log names audiences; null for everybody. */
    static @Nullable List<String> audience(Programme programme) {
        return programme.status().isPublic() ? null : NOBODY_ELSE;
    }
}
