package ma.jazari.events.measurement;

import java.util.List;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.security.Actor;

/** Who may do what with measurements; all see those of a programme that they see. */
final class MeasurementPolicy {

    static final String SUBJECT = "MEASUREMENT";

    private MeasurementPolicy() {}

    /** @throws Problem 403 for whoever does not act for the institute */
    static void checkMayReport(String institute, Actor actor) {
        if (!actor.isNetworkAdmin() && !actor.actsFor("INSTITUTE", institute)) {
            throw Problem.forbidden("Only the administrators of the institute and the network administrator report its"
                    + " figures; name an institute that you act for in instituteId.");
        }
    }

    /** The moves that are open to the actor. */
    static List<MeasurementStatus> moves(MeasurementStatus from, Actor actor) {
        return actor.isNetworkAdmin() ? from.next().stream().sorted().toList() : List.of();
    }
}
