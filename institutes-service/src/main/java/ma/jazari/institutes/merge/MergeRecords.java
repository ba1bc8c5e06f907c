package ma.jazari.institutes.merge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import ma.jazari.institutes.institute.Institute;
import ma.jazari.institutes.institute.InstituteRepository;

/** The institutes that a merge, or taking one back, touches. */
@ApplicationScoped
class MergeRecords {

    // In the order of the ids, so that two that want the same records wait for each other instead of locking each other
    // out.
    private static final String LOCK = "select id from institute where id in (:ids) order by id for no key update";
    private static final String CHILDREN =
            """
            select id from institute
            where parent_id = :id and status in ('DRAFT', 'PENDING', 'ACTIVE', 'SUSPENDED') order by id
            """;
    private static final String RELATED =
            "select distinct other_id from institute_relationship where institute_id = :id";
    private static final String ABOVE =
            """
            with recursive above (id, parent_id) as (
                select id, parent_id from institute where id in (:ids)
                union select i.id, i.parent_id from institute i join above a on i.id = a.parent_id
            ) select id, parent_id from above where parent_id is not null
            """;

    private final InstituteRepository institutes;
    private final EntityManager entities;

    MergeRecords(InstituteRepository institutes, EntityManager entities) {
        this.institutes = institutes;
        this.entities = entities;
    }

    /**
     * The institutes by id, locked until the transaction ends; then the tree, so that who belongs to whom does not change
     * any more. In this order, as every change of a record locks.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    NavigableMap<String, Institute> lock(Collection<String> ids) {
        entities.createNativeQuery(LOCK, String.class).setParameter("ids", ids).getResultList();
        institutes.lockTree();
        return read(ids);
    }

    NavigableMap<String, Institute> read(Collection<String> ids) {
        var found = institutes.list("id in ?1", ids);
        return found.stream().collect(Collectors.toMap(Institute::id, one -> one, (a, b) -> a, TreeMap::new));
    }

    /** Gives those that are children their parent; of the others something changed that belongs to them. */
    static void change(Collection<Institute> others, Collection<String> children, String parent, Instant now) {
        for (var one : others) {
            if (children.contains(one.id())) {
                one.moveUnder(parent, now);
            } else {
                one.touch(now);
            }
        }
    }

    /** The institutes under this one that have not ended. */
    List<String> childrenOf(String id) {
        return ids(CHILDREN, id);
    }

    /** All institutes that may change when the one is merged into the other. */
    NavigableSet<String> aroundMerge(String sourceId, String successorId) {
        var ids = new TreeSet<>(List.of(sourceId, successorId));
        ids.addAll(childrenOf(sourceId));
        ids.addAll(ids(RELATED, sourceId));
        return ids;
    }

    private List<String> ids(String sql, String id) {
        List<?> rows = entities.createNativeQuery(sql, String.class)
                .setParameter("id", id)
                .getResultList();
        return rows.stream().map(String.class::cast).toList();
    }

    /** Of the institutes, and of all above them, the parent of each. */
    Map<String, String> parentsAbove(Collection<String> ids) {
        var parents = new HashMap<String, String>();
        List<?> rows =
                entities.createNativeQuery(ABOVE).setParameter("ids", ids).getResultList();
        for (var row : rows) {
            var pair = (Object[]) row;
            parents.put((String) pair[0], (String) pair[1]);
        }
        return parents;
    }
}
