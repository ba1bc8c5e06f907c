package ma.jazari.institutes.merge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import ma.jazari.institutes.institute.Institute;
import ma.jazari.institutes.institute.InstituteRepository;
import ma.jazari.institutes.institute.InstituteStatus;
import ma.jazari.platform.security.Actor;

/** What has become of institutes that were merged into others. */
@ApplicationScoped
public class MergedInstitutes {

    private final InstituteRepository institutes;
    private final MergeRepository merges;
    private final MergeConfig config;
    private final Clock clock;

    MergedInstitutes(InstituteRepository institutes, MergeRepository merges, MergeConfig config, Clock clock) {
        this.institutes = institutes;
        this.merges = merges;
        this.config = config;
        this.clock = clock;
    }

    /** Whether the institute was merged into another. */
    @Transactional
    public boolean contains(String id) {
        return institutes.count("id = ?1 and successorId is not null", id) > 0;
    }

    /** The institute that a merged one is now: the last in the line of its successors. */
    public String current(String id) {
        return merges.endOfChain(id);
    }

    /** To what each of the merged ones among the institutes can be restored by the actor; others are not in the answer. */
    public Map<String, InstituteStatus> restorable(Collection<Institute> shown, Actor actor) {
        var merged = shown.stream()
                .filter(one -> one.successorId() != null)
                .map(Institute::id)
                .toList();
        return merged.isEmpty() || !actor.isNetworkAdmin()
                ? Map.of()
                : merges.open(merged, clock.instant().minus(config.undoWithin()));
    }
}
