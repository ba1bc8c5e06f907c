package ma.jazari.institutes.merge;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import ma.jazari.institutes.institute.Institute;
import ma.jazari.institutes.institute.InstituteRepository;
import ma.jazari.institutes.institute.InstituteStatus;
import ma.jazari.platform.problem.Problem;

/** Whether a merge can still be taken back. */
@ApplicationScoped
class UndoRules {

    private final InstituteRepository institutes;
    private final RelationshipRows relationships;
    private final MergeConfig config;
    private final Clock clock;

    UndoRules(InstituteRepository institutes, RelationshipRows relationships, MergeConfig config, Clock clock) {
        this.institutes = institutes;
        this.relationships = relationships;
        this.config = config;
        this.clock = clock;
    }

    /** @throws Problem 409 where it cannot, and why */
    void check(Merge merge, InstituteStatus to, Institute source, Institute successor) {
        checkIsInTime(merge);
        if (successor.successorId() != null) {
            throw Problem.conflict("Its successor " + successor.id() + " was itself merged into "
                            + successor.successorId() + ". Take that merge back first.")
                    .with("successorId", successor.successorId());
        }
        if (to != merge.sourceStatus()) {
            throw Problem.moveNotAllowed(source.status(), to, List.of(merge.sourceStatus()));
        }
        checkHasItsPlace(source);
        checkIsLinkedToNoneEnded(merge, source);
    }

    /** What stayed with it as history would be said of an institute that works. */
    private void checkIsLinkedToNoneEnded(Merge merge, Institute source) {
        var today = LocalDate.now(clock);
        relationships.of(source.id()).stream()
                .filter(one ->
                        one.mustEnd(today) && !merge.effects().predecessorLink().contains(one.id()))
                .findFirst()
                .ifPresent(one -> {
                    throw Problem.conflict("Its " + one.type() + " " + one.otherId()
                                    + " has ended by now. Take that relationship away first, or keep the merge.")
                            .with("relationshipId", one.id());
                });
    }

    private void checkIsInTime(Merge merge) {
        var end = merge.undoEnds(config.undoWithin());
        if (clock.instant().isAfter(end)) {
            throw Problem.conflict("The merge could be taken back until " + end + "; it is final now.")
                    .with("undoEnded", end);
        }
    }

    private void checkHasItsPlace(Institute source) {
        var parent = Optional.ofNullable(source.parentId())
                .flatMap(institutes::findByIdOptional)
                .orElseThrow(() -> Problem.conflict("It has no parent to return to."));
        if (!parent.status().isPublished() || parent.status().isEnded()) {
            throw Problem.conflict("The parent that it would return to, " + parent.id() + ", is " + parent.status()
                            + ". Undo that first, or keep the merge.")
                    .with("parentId", parent.id());
        }
    }
}
