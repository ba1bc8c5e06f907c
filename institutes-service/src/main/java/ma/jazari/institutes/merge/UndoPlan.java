package ma.jazari.institutes.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import ma.jazari.institutes.institute.Institute;
import org.jspecify.annotations.Nullable;

/**
 * Which records go back where, when a merge is taken back. What others have changed since stays as it is.
 *
 * @param children that get the source as their parent again
 * @param successorParent the parent that the successor gets again; null where it keeps the one it has
 * @param left the ids of the institutes that stay where they are now
 */
record UndoPlan(List<String> children, @Nullable String successorParent, List<String> left) {

    /**
     * The plan of taking the merge back.
     *
     * @param records the institutes that it touched, by id, as they are now
     * @param parents of the institutes above the source and above the successor's former parent the parent of each
     */
    static UndoPlan of(Merge merge, Map<String, Institute> records, Map<String, String> parents) {
        var tree = new Tree(parents);
        var children = new ArrayList<String>();
        var left = new TreeSet<String>();
        for (var id : merge.effects().children()) {
            var child = records.get(id);
            boolean isThere = child != null
                    && !child.status().isEnded()
                    && merge.successorId().equals(child.parentId());
            if (isThere && tree.move(id, merge.sourceId())) {
                children.add(id);
            } else {
                left.add(id);
            }
        }
        var successorParent = successorParent(merge, records, tree);
        if (merge.effects().parentBefore() != null && successorParent == null) {
            left.add(merge.successorId());
        }
        return new UndoPlan(List.copyOf(children), successorParent, List.copyOf(left));
    }

    private static @Nullable String successorParent(Merge merge, Map<String, Institute> records, Tree tree) {
        var before = merge.effects().parentBefore();
        var successor = records.get(merge.successorId());
        if (before == null || successor == null || successor.status().isEnded()) {
            return null;
        }
        var parent = records.get(before);
        boolean canBe = before.equals(merge.sourceId())
                || (parent != null && !parent.status().isEnded());
        boolean isThere = String.valueOf(merge.effects().parentAfter()).equals(successor.parentId());
        return canBe && isThere && tree.move(successor.id(), before) ? before : null;
    }
}
