package ma.jazari.events.registration;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Where registrations are kept. */
@ApplicationScoped
class RegistrationRepository implements PanacheRepositoryBase<Registration, UUID> {

    private static final List<RegistrationState> OVER =
            List.of(RegistrationState.DECLINED, RegistrationState.CANCELLED);

    // Places in the queue are counted from the index on those who wait.
    private static final String POSITIONS =
            """
            select cast(wanted.id as varchar), (
                select count(*) from registration ahead
                where ahead.program_event_id = wanted.program_event_id and ahead.state = 'WAITING' and ahead.number <= wanted.number
            ) from registration wanted where wanted.id in :ids and wanted.state = 'WAITING'
            """;

    /** Whether somebody has registered by this address, and has neither been declined nor gone. */
    boolean isTaken(UUID programEventId, String address) {
        return count("programEventId = ?1 and address = ?2 and state not in ?3", programEventId, address, OVER) > 0;
    }

    Optional<Registration> of(UUID programEventId, UUID id) {
        return find("programEventId = ?1 and id = ?2", programEventId, id).firstResultOptional();
    }

    /** Reads it anew. */
    void refresh(Registration registration) {
        getEntityManager().refresh(registration);
    }

    /** Some of those who have a place or may get one, and joined between these places in the order of joining, which it is in. */
    List<Registration> open(UUID programEventId, long after, long through, int limit) {
        return find(
                        "programEventId = ?1 and number > ?2 and number <= ?3 and state not in ?4 order by number",
                        programEventId,
                        after,
                        through,
                        OVER)
                .page(0, limit)
                .list();
    }

    /** The last registration by this address about whose person something is known. */
    Optional<Registration> last(UUID programEventId, String address) {
        return find("programEventId = ?1 and address = ?2 order by number desc", programEventId, address)
                .firstResultOptional();
    }

    /** Some of those about whom something personal is known. */
    List<Registration> unerased(UUID programEventId, int limit) {
        return find("programEventId = ?1 and erasedAt is null order by number", programEventId)
                .page(0, limit)
                .list();
    }

    /** Who has a place or may get one, and is not known any more. */
    List<Registration> openAndErased(UUID programEventId) {
        return list(
                "programEventId = ?1 and erasedAt is not null and state not in ?2 order by number",
                programEventId,
                OVER);
    }

    /** How many registrations of the mailbox were declined or cancelled at the event. */
    long ended(UUID programEventId, String mailbox) {
        return count("programEventId = ?1 and mailbox = ?2 and state in ?3", programEventId, mailbox, OVER);
    }

    /** The queue at an event, as it is now. */
    Promotion.Queue queue(UUID programEventId) {
        return new Promotion.Queue() {
            @Override
            public List<Registration> lapsed(Instant now) {
                return list(
                        "programEventId = ?1 and state = ?2 and offerExpiresAt <= ?3 order by number",
                        programEventId,
                        RegistrationState.OFFERED,
                        now);
            }

            @Override
            public List<Registration> offered() {
                return list(
                        "programEventId = ?1 and state = ?2 order by number",
                        programEventId,
                        RegistrationState.OFFERED);
            }

            @Override
            public List<Registration> first(int count) {
                return some(count, "= ?2", RegistrationState.WAITING);
            }

            @Override
            public List<Registration> open(int count) {
                return some(count, "not in ?2", OVER);
            }

            private List<Registration> some(int count, String condition, Object states) {
                return count == 0
                        ? List.of()
                        : find(
                                        "programEventId = ?1 and state " + condition + " order by number",
                                        programEventId,
                                        states)
                                .page(0, count)
                                .list();
            }
        };
    }

    /** Of those that wait, by id, where in the queue each is, from 1. */
    @SuppressWarnings("unchecked")
    Map<UUID, Integer> positions(Collection<UUID> ids) {
        var positions = new HashMap<UUID, Integer>();
        if (!ids.isEmpty()) {
            List<Object[]> rows = getEntityManager()
                    .createNativeQuery(POSITIONS)
                    .setParameter("ids", ids)
                    .getResultList();
            rows.forEach(row -> positions.put(UUID.fromString((String) row[0]), ((Number) row[1]).intValue()));
        }
        return positions;
    }
}
