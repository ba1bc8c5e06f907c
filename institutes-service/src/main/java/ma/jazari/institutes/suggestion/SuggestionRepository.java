package ma.jazari.institutes.suggestion;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Where suggestions are kept. */
@ApplicationScoped
class SuggestionRepository implements PanacheRepositoryBase<ChangeSuggestion, UUID> {

    /** The suggestion, locked until the transaction ends: it is reviewed once. */
    Optional<ChangeSuggestion> findForChange(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Lets a proposer propose one at a time, so that what was counted is true at the commit. */
    void lockProposer(String sub) {
        getEntityManager()
                .createNativeQuery("select pg_advisory_xact_lock(hashtextextended(:proposer, 3))::text", String.class)
                .setParameter("proposer", "change-suggestions of " + sub)
                .getSingleResult();
    }

    long countPending(String proposer) {
        return count("proposerSub = ?1 and status = ?2", proposer, SuggestionStatus.PENDING);
    }

    long countPending(String proposer, String instituteId) {
        return count(
                "proposerSub = ?1 and instituteId = ?2 and status = ?3",
                proposer,
                instituteId,
                SuggestionStatus.PENDING);
    }

    /** When the proposer made its latest one but so many; empty if it never made as many. */
    Optional<Instant> madeBefore(String proposer, int many) {
        return find("select createdAt from ChangeSuggestion where proposerSub = ?1 order by createdAt desc", proposer)
                .project(Instant.class)
                .range(many, many)
                .firstResultOptional();
    }
}
