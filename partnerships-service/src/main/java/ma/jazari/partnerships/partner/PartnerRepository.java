package ma.jazari.partnerships.partner;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ma.jazari.platform.id.PublicId;

/** Where partners are kept. */
@ApplicationScoped
public class PartnerRepository implements PanacheRepositoryBase<Partner, String> {

    /** The partner, locked until the transaction ends, so that changes of it come one after the other. */
    public Optional<Partner> findForChange(String id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    public List<Partner> findAllOf(Collection<String> ids) {
        return ids.isEmpty() ? List.of() : list("id in ?1", ids);
    }

    /** The partners, locked in the order of their ids, so that two who want the same ones wait for each other. */
    public List<Partner> findForChange(Collection<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : find("id in ?1 order by id", ids)
                        .withLock(LockModeType.PESSIMISTIC_WRITE)
                        .list();
    }

    /**
     * The partners after this one in the order of their ids, after an empty id the first; none of them changes until the
     * transaction ends.
     */
    List<Partner> holdAfter(String id, int limit) {
        return find("id > ?1 order by id", id)
                .page(0, limit)
                .withLock(LockModeType.PESSIMISTIC_READ)
                .list();
    }

    /** An id that was never used. */
    String freshId() {
        var id = PublicId.random(Partner.ID_PREFIX);
        return count("id", id) > 0 ? freshId() : id;
    }

    /** As many ids that were never used. */
    public List<String> freshIds(int count) {
        var ids = Stream.generate(() -> PublicId.random(Partner.ID_PREFIX))
                .distinct()
                .limit(count)
                .toList();
        return ids.isEmpty() || count("id in ?1", ids) == 0 ? ids : freshIds(count);
    }
}
