package ma.jazari.partnerships.convention;

import io.agroal.api.AgroalDataSource;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ma.jazari.platform.changelog.DatabaseFailure;

/** Where conventions are kept. */
@ApplicationScoped
class ConventionRepository implements PanacheRepositoryBase<Convention, String> {

    private final AgroalDataSource database;

    ConventionRepository(AgroalDataSource database) {
        this.database = database;
    }

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
        return String.format(Locale.ROOT, "CNV-%04d-%05d", year, nextNumber());
    }

    // By JDBC: Hibernate would make a plan of this query anew each time.
    private long nextNumber() {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select nextval('convention_number')");
                var row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new DatabaseFailure("number a convention", e);
        }
    }
}
