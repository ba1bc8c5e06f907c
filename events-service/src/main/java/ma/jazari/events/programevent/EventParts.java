package ma.jazari.events.programevent;

import java.util.Map;
import java.util.UUID;

/** What belongs to a program event and is kept beside it; published with it. */
public interface EventParts {

    /** The parts of the event by the property that they are published as; nothing where there are none. */
    Map<String, Object> of(UUID eventId);
}
