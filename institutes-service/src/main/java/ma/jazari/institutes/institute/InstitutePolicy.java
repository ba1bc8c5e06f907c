package ma.jazari.institutes.institute;

import java.util.List;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.security.Actor;

/** Who may see and do what with an institute. What a caller may not see does not exist for it. */
public final class InstitutePolicy {

    public static final String SUBJECT = "INSTITUTE";

    private InstitutePolicy() {}

    public static boolean mayRead(String id, InstituteStatus status, Actor actor) {
        return status.isPublished() || actor.seesEverything() || actor.actsFor(SUBJECT, id);
    }

    public static boolean mayChange(Institute institute, Actor actor) {
        return actor.isNetworkAdmin() || actor.actsFor(SUBJECT, institute.id());
    }

    public static boolean maySeePrivate(String id, Actor actor) {
        return actor.seesEverything() || actor.actsFor(SUBJECT, id);
    }

    /** @throws Problem 404 for a stranger to a record that is not public, 403 for everybody else who may not */
    public static void checkMayChange(Institute institute, Actor actor) {
        checkMayRead(institute, actor);
        if (!mayChange(institute, actor)) {
            throw Problem.forbidden("Only its own administrators and the network administrator change an institute.");
        }
    }

    public static void checkMayRead(Institute institute, Actor actor) {
        if (!mayRead(institute.id(), institute.status(), actor)) {
            throw Problem.notFound("institute", institute.id());
        }
    }

    /** The moves that are open to the actor: its own administrator submits it, the rest is the network administrator's. */
    public static List<InstituteStatus> moves(InstituteKind kind, String id, InstituteStatus from, Actor actor) {
        return from.next().stream()
                // The network never is without its root.
                .filter(to -> kind != InstituteKind.ROOT || !from.isPublished())
                .filter(to -> actor.isNetworkAdmin() || (to == InstituteStatus.PENDING && actor.actsFor(SUBJECT, id)))
                .sorted()
                .toList();
    }
}
