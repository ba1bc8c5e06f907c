package ma.jazari.events.programevent;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where program events are kept. */
@ApplicationScoped
class ProgramEventRepository implements PanacheRepositoryBase<ProgramEvent, UUID> {

    /** The event, locked until the transaction ends, so that changes of it come one after the other. */
    Optional<ProgramEvent> findForChange(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The published events that start last, the first of them first. */
    List<ProgramEvent> latestPublished(int limit) {
        var latest = find("status <> ?1 order by schedule.startInstant desc, id desc", ProgramEventStatus.DRAFT)
                .page(0, limit)
                .list();
        return latest.reversed();
    }
}
