package ma.jazari.partnerships.convention;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Locale;
import java.util.Optional;

/** Where conventions are kept. */
@ApplicationScoped
class ConventionRepository implements PanacheRepositoryBase<Convention, String> {

    /** The convention, locked until the transaction ends, so that changes of it come one after the other. */
    Optional<Convention> findForChange(String id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** A code that was never used, such as CNV-2026-00017. */
    String freshCode(int year) {
        long number = (long) getEntityManager()
                .createNativeQuery("select nextval('convention_number')", Long.class)
                .getSingleResult();
        return String.format(Locale.ROOT, "CNV-%04d-%05d", year, number);
    }
}
