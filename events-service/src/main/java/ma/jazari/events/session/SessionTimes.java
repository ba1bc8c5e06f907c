package ma.jazari.events.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.jazari.events.time.ZoneTimes;

/** What the time rules of now make of the wall times of sessions: what an agenda is put in order by. */
@ApplicationScoped
public class SessionTimes {

    // From the index on the agendas; of the documents only what is needed.
    private static final String BETWEEN =
            """
            select cast(s.event_id as text) as event, s.details ->> 'start' as wall, s.details ->> 'zone' as zone, s.start_at as stored
            from program_event_session s where s.event_id > :after and s.event_id <= :last
            """;

    private final EntityManager entities;
    private final SessionRepository sessions;
    private final ZoneTimes zones;
    private final Clock clock;

    SessionTimes(EntityManager entities, SessionRepository sessions, ZoneTimes zones, Clock clock) {
        this.entities = entities;
        this.sessions = sessions;
        this.zones = zones;
        this.clock = clock;
    }

    private record Row(String event, String wall, String zone, Instant stored) {}

    /** How many sessions move, by event, of the events whose ids lie after the one and up to the other. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<UUID, Long> moved(UUID after, UUID last) {
        return entities
                .unwrap(org.hibernate.Session.class)
                .createNativeQuery(BETWEEN, Row.class)
                .setParameter("after", after)
                .setParameter("last", last)
                .getResultList()
                .stream()
                .filter(row -> moves(row.stored(), row.wall(), row.zone()))
                .collect(Collectors.groupingBy(row -> UUID.fromString(row.event()), Collectors.counting()));
    }

    /** Takes the times of now for the sessions of an event, which is held; says how many moved. */
    @Transactional(Transactional.TxType.MANDATORY)
    public long take(UUID event) {
        var moved = sessions.ofEvent(event).stream()
                .filter(session ->
                        moves(session.startInstant(), session.written().start(), zone(session)))
                .toList();
        moved.forEach(session -> session.derive(moment(session.written().start(), zone(session)), clock.instant()));
        return moved.size();
    }

    private boolean moves(Instant stored, String wall, String zone) {
        return zones.knows(zone) && !moment(wall, zone).equals(stored);
    }

    private Instant moment(String wall, String zone) {
        return zones.moment(LocalDateTime.parse(wall), zone);
    }

    private static String zone(Session session) {
        return Objects.requireNonNull(session.written().zone(), "zone");
    }
}
