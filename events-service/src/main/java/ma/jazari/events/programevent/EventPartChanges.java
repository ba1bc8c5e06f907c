package ma.jazari.events.programevent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.security.Actor;

/**
 * Lets what is kept beside a program event change with it: whoever keeps parts holds the event while it changes one, and
 * says so here.
 */
@ApplicationScoped
public class EventPartChanges {

    private final ProgramEventService service;
    private final ProgramEventRepository events;
    private final Clock clock;

    EventPartChanges(ProgramEventService service, ProgramEventRepository events, Clock clock) {
        this.service = service;
        this.events = events;
        this.clock = clock;
    }

    /** The program event whose parts the actor wants to see. @throws Problem 404 if it may not */
    @Transactional
    public ProgramEventState readable(String id, Actor actor) {
        return service.get(id, actor).state();
    }

    /**
     * The program event for a change of one of its parts, held until the transaction ends.
     *
     * @throws Problem 404 for a stranger to a draft, 403 for everybody else who may not, 409 if it is cancelled
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public ProgramEventState hold(String id, Actor actor) {
        var event = service.findForChange(id, actor);
        event.checkCanChange();
        return event.state();
    }

    /** Whether the actor sees what the public does not see of the event: its hosts do, and those who see everything. */
    public static boolean isInsider(ProgramEventState event, Actor actor) {
        return ProgramEventPolicy.isInsider(event.hostInstituteIds(), actor);
    }

    /**
     * Writes down that a part of an event, which is held, has changed: a new version of the event.
     *
     * @param fact in the past tense, such as {@code session-added}
     * @return the event as it is now
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public ProgramEventState changed(ProgramEventState held, String fact, Actor actor) {
        var event = events.findByIdOptional(UUID.fromString(held.id())).orElseThrow();
        event.touch(clock.instant());
        events.flush();
        service.log("program-event." + fact, event, null, actor);
        return event.state();
    }
}
