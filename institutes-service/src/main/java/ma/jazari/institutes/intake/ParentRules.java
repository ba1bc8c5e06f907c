package ma.jazari.institutes.intake;

import ma.jazari.institutes.institute.InstituteKind;
import ma.jazari.institutes.institute.InstituteStatus;

/** What holds of whom an institute belongs to. */
final class ParentRules {

    private static final String PARENT = "/parentId";

    private final ParentTree tree;

    ParentRules(ParentTree tree) {
        this.tree = tree;
    }

    /** @param published whether the institute is part of the network, and therefore must reach its root */
    void check(Candidate candidate, boolean published) {
        var parentId = candidate.request().parentId();
        if (candidate.request().kind() == InstituteKind.ROOT) {
            return;
        }
        if (parentId == null) {
            if (published) {
                candidate.refuse(PARENT, "is required: every institute of the network reaches its root");
            }
            return;
        }
        tree.node(parentId)
                .ifPresentOrElse(
                        parent -> check(candidate, parent, published),
                        () -> candidate.refuse(PARENT, "there is no institute " + parentId + " that you may see"));
    }

    private void check(Candidate candidate, ParentTree.Node parent, boolean published) {
        var stored = candidate.stored();
        if (parent.status().isEnded()) {
            candidate.refuse(PARENT, parent.id() + " is " + parent.status() + "; nothing can belong to it");
        } else if (stored != null && tree.isSameOrAbove(stored.id(), parent.id())) {
            candidate.refuse(PARENT, "under " + parent.id() + " the institute would stand above itself: a cycle");
        } else if (published && !parent.status().isPublished()) {
            candidate.refuse(PARENT, parent.id() + " is " + parent.status() + "; activate the parent first");
        } else if (published && !reachesRoot(parent)) {
            candidate.refuse(
                    PARENT, "does not lead to the network's active root, which every active institute reaches");
        }
    }

    private boolean reachesRoot(ParentTree.Node parent) {
        return tree.root()
                .filter(root -> root.status() == InstituteStatus.ACTIVE)
                .filter(root -> tree.isSameOrAbove(root.id(), parent.id()))
                .isPresent();
    }
}
