package ma.jazari.events.file;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import ma.jazari.platform.file.FileUsage;
import org.hibernate.Session;

/** Where is kept what the files of program events are, apart from their bytes. */
@ApplicationScoped
class EventFileRepository implements PanacheRepositoryBase<EventFile, String> {

    // Along the index by event: an array is one parameter, however many events a feed has.
    private static final String OF_LAST =
            """
            select f.* from unnest(cast(:events as uuid[])) with ordinality as wanted (event_id, place)
            join program_event_file f on f.event_id = wanted.event_id and f.withdrawn_at is null
            order by wanted.place desc, f.id limit :most
            """;
    // What was withdrawn takes up as much as before.
    private static final String USAGE =
            "select count(f), coalesce(sum(f.size), 0) from EventFile f where f.eventId = :event";

    /** The files of the event that are not withdrawn, in the order in which they came. */
    List<EventFile> ofEvent(UUID eventId) {
        return list("eventId = ?1 and withdrawnAt is null order by id", eventId);
    }

    /** The same of many events, those of the last ones first. */
    List<EventFile> ofLast(UUID[] eventIds, int most) {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(OF_LAST, EventFile.class)
                .setParameter("events", eventIds)
                .setParameter("most", most)
                .setReadOnly(true)
                .getResultList();
    }

    /** What the event has, for whoever holds it. */
    FileUsage usage(UUID eventId) {
        var row = getEntityManager()
                .createQuery(USAGE, Object[].class)
                .setParameter("event", eventId)
                .getSingleResult();
        return new FileUsage(Math.toIntExact((Long) row[0]), (Long) row[1]);
    }
}
