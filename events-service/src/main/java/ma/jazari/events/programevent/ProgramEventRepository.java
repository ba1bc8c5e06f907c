package ma.jazari.events.programevent;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

/** Where program events are kept. */
@ApplicationScoped
class ProgramEventRepository implements PanacheRepositoryBase<ProgramEvent, UUID> {

    /** The event, locked until the transaction ends, so that changes of it come one after the other. */
    Optional<ProgramEvent> findForChange(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }
}
