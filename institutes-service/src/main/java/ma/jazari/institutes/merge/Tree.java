package ma.jazari.institutes.merge;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who belongs to whom, as far as a question needs it. */
final class Tree {

    private final Map<String, String> parents;

    /** @param parents of each institute its parent */
    Tree(Map<String, String> parents) {
        this.parents = new HashMap<>(parents);
    }

    /** Whether one institute is the other, or stands above it. */
    boolean isSameOrAbove(String upper, @Nullable String lower) {
        for (var id = lower; id != null; id = parents.get(id)) {
            if (Objects.equals(id, upper)) {
                return true;
            }
        }
        return false;
    }

    /** Gives the institute another parent unless it would stand above itself; says whether it did. */
    boolean move(String id, String parent) {
        if (isSameOrAbove(id, parent)) {
            return false;
        }
        parents.put(id, parent);
        return true;
    }
}
