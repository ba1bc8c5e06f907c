package ma.jazari.events.calendar;

import java.util.List;
import ma.jazari.events.file.ProgramEventFile;
import ma.jazari.events.programevent.ProgramEventState;
import ma.jazari.events.session.AgendaItem;

/**
 * A published program event with what is kept beside it.
 *
 * @param agenda in the order of time; empty where it is not wanted, too
 */
record ShownEvent(ProgramEventState state, List<AgendaItem> agenda, List<ProgramEventFile> files) {

    /** The event and nothing beside it. */
    static ShownEvent alone(ProgramEventState state) {
        return new ShownEvent(state, List.of(), List.of());
    }
}
