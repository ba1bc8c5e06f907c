package ma.jazari.events.session;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Where sessions are kept. */
@ApplicationScoped
class SessionRepository implements PanacheRepositoryBase<Session, UUID> {

    /** All sessions of the event. */
    List<Session> ofEvent(UUID eventId) {
        return list("eventId", eventId);
    }

    long countOf(UUID eventId) {
        return count("eventId", eventId);
    }
}
