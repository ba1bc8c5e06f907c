package ma.jazari.partnerships.partner;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import ma.jazari.platform.id.PublicId;

/** Where partners are kept. */
@ApplicationScoped
class PartnerRepository implements PanacheRepositoryBase<Partner, String> {

    /** The partner, locked until the transaction ends, so that changes of it come one after the other. */
    Optional<Partner> findForChange(String id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    List<Partner> findAllOf(Collection<String> ids) {
        return ids.isEmpty() ? List.of() : list("id in ?1", ids);
    }

    /** An id that was never used. */
    String freshId() {
        var id = PublicId.random(Partner.ID_PREFIX);
        return count("id", id) > 0 ? freshId() : id;
    }
}
