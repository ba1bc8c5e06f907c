package ma.jazari.events.programevent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.jazari.platform.id.Uuids;
import ma.jazari.platform.search.SqlFilter;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** The program events that the public knows of, cancelled ones too, as calendars and feeds show them. */
@ApplicationScoped
public class PublishedEvents {

    private static final String SNAPSHOT = "set transaction isolation level repeatable read, read only";

    private final EntityManager entities;
    private final ProgramEventRepository events;
    private final Fingerprints fingerprints;

    PublishedEvents(EntityManager entities, ProgramEventRepository events, Fingerprints fingerprints) {
        this.entities = entities;
        this.events = events;
        this.fingerprints = fingerprints;
    }

    /** Which events, where there are more of them than are wanted. */
    public enum Order {
        /** Those that start last, the first of them first. */
        START("i.start_at desc, i.id desc"),
        /** Those that were changed last, the last of them first. */
        CHANGE("i.updated_at desc, i.id desc");

        final String sql;

        Order(String sql) {
            this.sql = sql;
        }
    }

    /**
     * Which published events are wanted.
     *
     * @param hosts one of them holds it; empty for all
     * @param region ISO 3166-2:MA; null for all
     * @param types empty for all
     * @param languages one of them is spoken there; empty for all
     * @param most how many at most
     */
    public record Selection(
            List<String> hosts,
            @Nullable String programmeId,
            @Nullable String region,
            List<ProgramEventType> types,
            List<String> languages,
            Order order,
            int most) {

        /** All published events of the network. */
        public static Selection ofNetwork(Order order, int most) {
            return new Selection(List.of(), null, null, List.of(), List.of(), order, most);
        }
    }

    /** The transaction, which has just begun, sees one state of everything from here on. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void fixSnapshot() {
        entities.createNativeQuery(SNAPSHOT).executeUpdate();
    }

    /** What is another text whenever anything that is shown of the events or their hosts changes; reads no event itself. */
    @Transactional(Transactional.TxType.MANDATORY)
    public String fingerprint(Selection wanted) {
        return fingerprints.of(wanted, filter(wanted));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public List<ProgramEventState> list(Selection wanted) {
        var filter = filter(wanted);
        var sql = "select i.* from program_event i where " + filter.sql() + " order by " + wanted.order().sql;
        var query = (NativeQuery<?>) entities.createNativeQuery(sql, ProgramEvent.class);
        filter.parameters().forEach(query::setParameter);
        var found = query.setReadOnly(true).setMaxResults(wanted.most()).getResultList().stream()
                .map(ProgramEvent.class::cast)
                .map(ProgramEvent::state)
                .toList();
        return wanted.order() == Order.START ? found.reversed() : found;
    }

    /** Those that are on or come, the next one first. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<ProgramEventState> upcoming(Instant now, int most) {
        return events
                .find(
                        "status = ?1 and schedule.endInstant > ?2 order by schedule.startInstant, id",
                        ProgramEventStatus.PUBLISHED,
                        now)
                .page(0, most)
                .stream()
                .map(ProgramEvent::state)
                .toList();
    }

    /** How many there are of each type; all types, those that do not occur, too. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<ProgramEventType, Long> countByType() {
        var counts = new EnumMap<ProgramEventType, Long>(ProgramEventType.class);
        Arrays.stream(ProgramEventType.values()).forEach(type -> counts.put(type, 0L));
        entities.createQuery(
                        "select type, count(*) from ProgramEvent where status <> :draft group by type", Tuple.class)
                .setParameter("draft", ProgramEventStatus.DRAFT)
                .getResultList()
                .forEach(row -> counts.put(row.get(0, ProgramEventType.class), row.get(1, Long.class)));
        return counts;
    }

    /** One event, if it is published. @throws ma.jazari.platform.problem.Problem 400 for an id that is none */
    @Transactional
    public Optional<ProgramEventState> find(String id) {
        return events.findByIdOptional(Uuids.checked(id))
                .filter(event -> event.status().isPublished())
                .map(ProgramEvent::state);
    }

    private static SqlFilter filter(Selection wanted) {
        var filter = new SqlFilter();
        filter.add("i.status <> 'DRAFT'", Map.of());
        filter.overlaps("i.host_institute_ids", wanted.hosts());
        filter.anyOf(
                "i.programme_id",
                Optional.ofNullable(wanted.programmeId()).stream().toList());
        filter.anyOf("i.region", Optional.ofNullable(wanted.region()).stream().toList());
        filter.anyOf("i.type", wanted.types());
        filter.overlaps("i.languages", wanted.languages());
        return filter;
    }
}
