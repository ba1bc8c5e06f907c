package ma.jazari.events.programme;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import ma.jazari.platform.id.Uuids;
import ma.jazari.platform.problem.Problem;

/** Where programmes are kept. */
@ApplicationScoped
class ProgrammeRepository implements PanacheRepositoryBase<Programme, UUID> {

    private static final Pattern CODE = Pattern.compile(ProgrammeRequest.CODE, Pattern.CASE_INSENSITIVE);

    /**
     * The id of the programme that the text names, by its id or its code.
     *
     * @throws Problem 400 for what can be neither
     */
    Optional<UUID> id(String idOrCode) {
        var id = Uuids.wellFormed(List.of(idOrCode.toLowerCase(Locale.ROOT)));
        if (!id.isEmpty() || !CODE.matcher(idOrCode).matches()) {
            return Optional.of(id.isEmpty() ? Uuids.checked(idOrCode) : id.getFirst());
        }
        return find("select id from Programme where code = ?1", idOrCode.toUpperCase(Locale.ROOT))
                .project(UUID.class)
                .firstResultOptional();
    }

    Optional<Programme> find(String idOrCode, LockModeType lock) {
        return id(idOrCode).flatMap(id -> findByIdOptional(id, lock));
    }

    boolean isTaken(String code, UUID byOtherThan) {
        return count("code = ?1 and id <> ?2", code, byOtherThan) > 0;
    }

    /** Lets one transaction at a time change codes and who belongs to whom: two changes close no cycle together. */
    void lockTree() {
        getEntityManager()
                .createNativeQuery(
                        "select pg_advisory_xact_lock(hashtextextended('programme-tree', 4))::text", String.class)
                .getSingleResult();
    }

    /** Keeps who belongs to whom as it is; those who need that alone do not wait for each other. */
    void shareTree() {
        getEntityManager()
                .createNativeQuery(
                        "select pg_advisory_xact_lock_shared(hashtextextended('programme-tree', 4))::text",
                        String.class)
                .getSingleResult();
    }

    /** Whether it or one above it is closed: then nothing that its figures are made of changes. */
    boolean isFinal(UUID programme) {
        var query =
                """
                with recursive above (id, parent_id, status) as (
                    select id, parent_id, status from programme where id = :programme
                    union select p.id, p.parent_id, p.status from programme p join above a on p.id = a.parent_id
                ) select exists (select from above where status = 'CLOSED')
                """;
        return (boolean) getEntityManager()
                .createNativeQuery(query, Boolean.class)
                .setParameter("programme", programme)
                .getSingleResult();
    }

    /** The codes of some of its direct parts that are open; what is open further down has an open one above it. */
    List<String> openParts(UUID programme) {
        return find(
                        "select code from Programme where parentId = ?1 and status = ?2 order by code",
                        programme,
                        ProgrammeStatus.ACTIVE)
                .page(0, 10)
                .project(String.class)
                .list();
    }

    /** Whether one programme is the other, or stands above it. */
    boolean isSameOrAbove(UUID upper, UUID lower) {
        var query =
                """
                with recursive above (id, parent_id) as (
                    select id, parent_id from programme where id = :lower
                    union select p.id, p.parent_id from programme p join above a on p.id = a.parent_id
                ) select exists (select from above where id = :upper)
                """;
        return (boolean) getEntityManager()
                .createNativeQuery(query, Boolean.class)
                .setParameter("lower", lower)
                .setParameter("upper", upper)
                .getSingleResult();
    }
}
