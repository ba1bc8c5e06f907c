package ma.jazari.institutes.merge;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
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
    private final MergeConfig config;
    private final Clock clock;

    UndoRules(InstituteRepository institutes, MergeConfig config, Clock clock) {
        this.institutes = institutes;
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
