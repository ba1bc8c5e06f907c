package ma.jazari.events.session;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Where sessions are kept. */
@ApplicationScoped
class SessionRepository implements PanacheRepositoryBase<Session, UUID> {

    // Along the index by event: an array is one parameter, however many events a feed has.
    private static final String LAST =
            """
            select s.* from program_event_session s where s.event_id = any (:events)
            order by s.start_at desc, s.id desc limit :most
            """;

    /** All sessions of the event. */
    List<Session> ofEvent(UUID eventId) {
        return list("eventId", eventId);
    }

    /** The sessions of the events that start last. */
    List<Session> lastOf(UUID[] eventIds, int most) {
        return getEntityManager()
                .unwrap(org.hibernate.Session.class)
                .createNativeQuery(LAST, Session.class)
                .setParameter("events", eventIds)
                .setParameter("most", most)
                .setReadOnly(true)
                .getResultList();
    }

    long countOf(UUID eventId) {
        return count("eventId", eventId);
    }
}
