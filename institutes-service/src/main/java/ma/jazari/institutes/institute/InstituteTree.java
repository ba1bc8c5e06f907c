package ma.jazari.institutes.institute;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.security.Actor;
import org.jspecify.annotations.Nullable;

/** Who can belong to whom: one root, no cycle, and nothing that works under what has ended. */
@ApplicationScoped
class InstituteTree {

    private static final int DEPENDENTS_NAMED = 5;

    private final InstituteRepository institutes;
    private final Clock clock;

    InstituteTree(InstituteRepository institutes, Clock clock) {
        this.institutes = institutes;
        this.clock = clock;
    }

    /** Lets one transaction at a time change who belongs to whom. */
    void lock() {
        institutes.lockTree();
    }

    /** @throws Problem 409 where the network has its root */
    void refuseSecondRoot() {
        institutes.findRoot().ifPresent(root -> {
            throw Problem.conflict("The network has its root already: " + root.id() + ".");
        });
    }

    /** The parent, if the actor may see it and something can belong to it. */
    Institute parent(String parentId, Actor actor) {
        var parent = institutes
                .findByIdOptional(parentId)
                .filter(found -> InstitutePolicy.mayRead(found.id(), found.status(), actor))
                .orElseThrow(
                        () -> Problem.invalid("/parentId", "there is no institute " + parentId + " that you may see"));
        if (parent.status().isEnded()) {
            throw Problem.conflict("The parent " + parentId + " is " + parent.status() + "; nothing can belong to it.");
        }
        return parent;
    }

    /** Whether the institute can belong to this parent from now on. */
    void checkNewParent(Institute institute, @Nullable String parentId, Actor actor) {
        if (Objects.equals(parentId, institute.parentId())) {
            return;
        }
        institutes.lockTree();
        if (parentId != null) {
            parent(parentId, actor);
            if (institutes.isSameOrAbove(institute.id(), parentId)) {
                throw Problem.conflict("Under " + parentId + " the institute would stand above itself: a cycle.");
            }
        }
        if (institute.status().isPublished()) {
            checkReachesRoot(institute.kind(), parentId);
        }
    }

    /** Holds the tree, so that what is true of the parents now is true at the commit. */
    void checkReachesRoot(InstituteKind kind, @Nullable String parentId) {
        if (kind == InstituteKind.ROOT) {
            return;
        }
        if (parentId == null) {
            throw Problem.invalid("/parentId", "is required: every institute of the network reaches its root");
        }
        var parent = institutes.findByIdOptional(parentId).orElseThrow();
        if (!parent.status().isPublished() || parent.status().isEnded()) {
            throw Problem.conflict(
                    "Its parent " + parentId + " is " + parent.status() + "; activate the parent first.");
        }
        var root = institutes.findRoot().filter(candidate -> candidate.status() == InstituteStatus.ACTIVE);
        if (root.isEmpty() || !institutes.isSameOrAbove(root.get().id(), parentId)) {
            throw Problem.conflict(
                    "An active institute reaches the network's active root through its parents; this one does not.");
        }
    }

    /** @throws Problem 409 that names institutes that belong or are linked to it */
    void checkNobodyDependsOn(Institute institute) {
        institutes.lockTree();
        var linked = institutes.linkedTo(institute.id(), LocalDate.now(clock), DEPENDENTS_NAMED);
        if (!linked.isEmpty()) {
            throw Problem.conflict(
                    "Institutes of the network are linked to it: " + linked + ". End those relationships first.");
        }
        var children = institutes.childrenOf(
                institute.id(), List.of(InstituteStatus.ACTIVE, InstituteStatus.SUSPENDED), DEPENDENTS_NAMED);
        if (!children.isEmpty()) {
            throw Problem.conflict(
                    "Institutes of the network belong to it: " + children + ". Give them another parent first.");
        }
    }
}
