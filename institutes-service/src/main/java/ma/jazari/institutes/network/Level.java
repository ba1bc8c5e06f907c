package ma.jazari.institutes.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What belongs to the institutes of one level: how many to each, and as many of them as there is room for. */
final class Level {

    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private final Map<String, List<NodeState>> children = new LinkedHashMap<>();

    /** @param child null where there is no room for it */
    void add(String parentId, @Nullable NodeState child) {
        counts.merge(parentId, 1, Integer::sum);
        if (child != null) {
            children.computeIfAbsent(parentId, id -> new ArrayList<>()).add(child);
        }
    }

    int count(String parentId) {
        return counts.getOrDefault(parentId, 0);
    }

    List<NodeState> childrenOf(String parentId) {
        return children.getOrDefault(parentId, List.of());
    }

    List<NodeState> all() {
        return children.values().stream().flatMap(List::stream).toList();
    }

    boolean isComplete() {
        return counts.values().stream().mapToInt(Integer::intValue).sum() == all().size();
    }
}
