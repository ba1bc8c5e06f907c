package ma.jazari.events.registration;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** Where the desks of program events are kept. */
@ApplicationScoped
class DeskRepository implements PanacheRepositoryBase<Desk, UUID> {

    // From the index on offers.
    private static final String WITH_LAPSED_OFFERS =
            """
            select distinct program_event_id from (
                select r.program_event_id from registration r join registration_desk desk using (program_event_id)
                where r.state = 'OFFERED' and r.offer_expires_at <= :now and (desk.again_at is null or desk.again_at <= :now)
                order by r.offer_expires_at limit :limit
            ) lapsed
            """;
    // From the index on what is to end.
    private static final String TO_BE_ENDED =
            """
            select program_event_id from registration_desk
            where is_cancelled and confirmed + offered + waiting + pending > 0 and (again_at is null or again_at <= :now)
            limit :limit
            """;
    // From the index on what is not erased.
    private static final String TO_BE_ERASED =
            """
            select desk.program_event_id from registration_desk desk
            where desk.erase_after <= :now and (desk.again_at is null or desk.again_at <= :now)
              and exists (select from registration r where r.program_event_id = desk.program_event_id and r.erased_at is null)
            order by desk.erase_after limit :limit
            """;

    // Where somebody is at the desk just now, it is tried again at the next look.
    private static final String LEAVE_ALONE =
            """
            update registration_desk set again_at = :until where program_event_id =
                (select program_event_id from registration_desk where program_event_id = :event for update skip locked)
            """;

    /** The event's desk, locked until the transaction ends, so that registrations come one after the other. */
    Optional<Desk> lock(UUID programEventId) {
        return findByIdOptional(programEventId, LockModeType.PESSIMISTIC_WRITE);
    }

    List<Desk> of(Collection<UUID> programEventIds) {
        return list("programEventId in ?1", programEventIds);
    }

    /** Events at which an offer was not taken in time. */
    List<UUID> withLapsedOffers(Instant now, int limit) {
        return ids(WITH_LAPSED_OFFERS, now, limit);
    }

    /** Cancelled events that have registrations still. */
    List<UUID> toBeEnded(Instant now, int limit) {
        return ids(TO_BE_ENDED, now, limit);
    }

    /** Events whose personal data is no longer to be kept. */
    List<UUID> toBeErased(Instant now, int limit) {
        return ids(TO_BE_ERASED, now, limit);
    }

    /** Leaves an event out of what is due until then. */
    void leaveAlone(UUID programEventId, Instant until) {
        getEntityManager()
                .createNativeQuery(LEAVE_ALONE)
                .setParameter("until", until)
                .setParameter("event", programEventId)
                .executeUpdate();
    }

    private List<UUID> ids(String sql, Instant now, int limit) {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(sql, UUID.class)
                .setParameter("now", now)
                .setParameter("limit", limit)
                .getResultList();
    }
}
