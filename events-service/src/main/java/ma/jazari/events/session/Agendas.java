package ma.jazari.events.session;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import ma.jazari.events.programevent.EventParts;

/** The sessions of program events as they are published with them: an object by the sessions' ids. */
@ApplicationScoped
class Agendas implements EventParts {

    /** What an agenda is called in the state of its event. */
    static final String PROPERTY = "sessions";

    private final SessionRepository sessions;

    Agendas(SessionRepository sessions) {
        this.sessions = sessions;
    }

    @Override
    public Map<String, Object> of(UUID eventId) {
        var byId = new TreeMap<String, SessionRequest>();
        sessions.ofEvent(eventId).forEach(session -> byId.put(session.id(), session.written()));
        return byId.isEmpty() ? Map.of() : Map.of(PROPERTY, byId);
    }
}
