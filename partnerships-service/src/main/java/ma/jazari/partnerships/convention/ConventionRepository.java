package ma.jazari.partnerships.convention;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where conventions are kept. */
@ApplicationScoped
class ConventionRepository implements PanacheRepositoryBase<Convention, String> {

    /** The convention, locked until the transaction ends, so that changes of it come one after the other. */
    Optional<Convention> findForChange(String id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /**
     * The conventions after this one in the order of their ids, after an empty id the first; none of them changes until
     * the transaction ends.
     */
    List<Convention> holdAfter(String id, int limit) {
        return find("id > ?1 order by id", id)
                .page(0, limit)
                .withLock(LockModeType.PESSIMISTIC_READ)
                .list();
    }

    /** A code that was never used, such as CNV-2026-00017. */
    String freshCode(int year) {
        long number = (long) getEntityManager()
                .createNativeQuery("select nextval('convention_number')", Long.class)
                .getSingleResult();
        return String.format(Locale.ROOT, "CNV-%04d-%05d", year, number);
    }
}
