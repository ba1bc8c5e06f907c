package ma.jazari.events.programevent;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import ma.jazari.platform.changelog.History;
import ma.jazari.platform.changelog.Subject;
import ma.jazari.platform.id.Uuids;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.security.Actor;
import ma.jazari.platform.time.AsOf;

/** Program events as they were, from their history. */
@ApplicationScoped
public class PastProgramEvents {

    private final History history;

    PastProgramEvents(History history) {
        this.history = history;
    }

    /**
     * The event's state at a point in time, and with it what was kept beside it.
     *
     * @param asOf a date (its end, UTC) or an instant
     * @throws Problem 400 for an id or a time that is none; 404 where there was no such event then that the actor may see
     */
    public ObjectNode state(String id, String asOf, Actor actor) {
        var subject = new Subject(ProgramEventPolicy.SUBJECT, Uuids.checked(id).toString());
        return history.asOf(subject, AsOf.parse(asOf), actor)
                .orElseThrow(() -> Problem.notFound("program event at " + asOf + ":", id))
                .state();
    }
}
