package ma.jazari.institutes.institute;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ma.jazari.platform.id.PublicId;

/** Where institutes are kept. */
@ApplicationScoped
public class InstituteRepository implements PanacheRepositoryBase<Institute, String> {

    private static final int ROOT_NUMBER = 0;

    /** The institute, locked until the transaction ends, so that changes of it come one after the other. */
    public Optional<Institute> findForChange(String id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The institutes, locked in the order of their ids, so that two who want the same ones wait for each other. */
    public List<Institute> findForChange(Collection<String> ids) {
        return find("id in ?1 order by id", ids)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    public Optional<Institute> findRoot() {
        return find("kind = ?1 and status <> ?2", InstituteKind.ROOT, InstituteStatus.REJECTED)
                .firstResultOptional();
    }

    /**
     * The institutes after this one in the order of their ids, after an empty id the first; none of them changes until the
     * transaction ends.
     */
    public List<Institute> holdAfter(String id, int limit) {
        return find("id > ?1 order by id", id)
                .page(0, limit)
                .withLock(LockModeType.PESSIMISTIC_READ)
                .list();
    }

    /** The institutes from this id on in the order of their ids; from an empty id, the first. */
    public List<Institute> from(String id, int limit) {
        return find("id >= ?1 order by id", id).page(0, limit).list();
    }

    /** An id that was never used: the root's is the first of all. */
    public String freshId(InstituteKind kind) {
        var id = kind == InstituteKind.ROOT
                ? PublicId.of(Institute.ID_PREFIX, ROOT_NUMBER)
                : PublicId.random(Institute.ID_PREFIX);
        return isTaken(id) ? freshId(InstituteKind.INSTITUTE) : id;
    }

    /** As many ids that were never used. */
    public List<String> freshIds(int count) {
        var ids = Stream.generate(() -> PublicId.random(Institute.ID_PREFIX))
                .distinct()
                .limit(count)
                .toList();
        return ids.isEmpty() || count("id in ?1", ids) == 0 ? ids : freshIds(count);
    }

    private boolean isTaken(String id) {
        return count("id", id) > 0;
    }

    /** Some of the institutes under this one that are in one of the states. */
    List<String> childrenOf(String id, List<InstituteStatus> states, int limit) {
        return find("select id from Institute where parentId = ?1 and status in ?2 order by id", id, states)
                .project(String.class)
                .page(0, limit)
                .list();
    }

    /**
     * Some of the institutes of the network that are linked to this one by a relationship that is not past, other than
     * as their predecessor: an ended record may be linked as that alone.
     */
    @SuppressWarnings("unchecked") // the query has one column, of text
    public List<String> linkedTo(String id, LocalDate today, int limit) {
        var query =
                """
                select distinct r.institute_id from institute_relationship r join institute i on i.id = r.institute_id
                where r.other_id = :id and r.type <> 'PREDECESSOR' and (r.valid_to is null or r.valid_to >= :today)
                  and i.status not in ('REJECTED', 'CLOSED', 'MERGED')
                order by 1 limit :limit
                """;
        return getEntityManager()
                .createNativeQuery(query, String.class)
                .setParameter("id", id)
                .setParameter("today", today)
                .setParameter("limit", limit)
                .getResultList();
    }

    /** Lets one transaction at a time change who belongs to whom, so that two changes cannot close a cycle together. */
    public void lockTree() {
        getEntityManager()
                .createNativeQuery(
                        "select pg_advisory_xact_lock(hashtextextended('institute-tree', 2))::text", String.class)
                .getSingleResult();
    }

    /** Keeps who belongs to whom as it is, for one that joins: those that join do not wait for each other. */
    void shareTree() {
        getEntityManager()
                .createNativeQuery(
                        "select pg_advisory_xact_lock_shared(hashtextextended('institute-tree', 2))::text",
                        String.class)
                .getSingleResult();
    }

    /** Whether one institute is the other, or stands above it. */
    public boolean isSameOrAbove(String upper, String lower) {
        var query =
                """
                with recursive above (id, parent_id) as (
                    select id, parent_id from institute where id = :lower
                    union select i.id, i.parent_id from institute i join above a on i.id = a.parent_id
                ) select exists (select from above where id = :upper)
                """;
        return (boolean) getEntityManager()
                .createNativeQuery(query, Boolean.class)
                .setParameter("lower", lower)
                .setParameter("upper", upper)
                .getSingleResult();
    }
}
