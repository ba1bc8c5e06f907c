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

    /** The events after this id in the order of their ids, held until the transaction ends. */
    List<ProgramEvent> holdAfter(UUID id, int limit) {
        return find("id > ?1 order by id", id)
                .page(0, limit)
                .withLock(LockModeType.PESSIMISTIC_READ)
                .list();
    }
}
