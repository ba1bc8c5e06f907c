package ma.jazari.institutes.intake;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import ma.jazari.institutes.institute.InstituteStatus;
import org.jspecify.annotations.Nullable;

/**
 * Who belongs to whom, as far as the lines of a batch ask, with what the lines before them have changed. What is written
 * is read again by the next batch, which then also sees what others have changed; a dry run, which writes nothing, keeps
 * what its lines would have changed.
 */
final class ParentTree {

    private final Map<String, Node> changed = new HashMap<>();
    private final Map<String, Node> changedByBatch = new HashMap<>();
    private final Map<String, Node> stored = new HashMap<>();
    private final boolean isDryRun;
    private @Nullable Function<Collection<String>, Collection<Node>> reader;

    ParentTree(boolean isDryRun) {
        this.isDryRun = isDryRun;
    }

    /** An institute in the tree. */
    record Node(String id, @Nullable String parentId, InstituteStatus status, boolean isRoot) {}

    /**
     * Begins a batch.
     *
     * @param wanted the institutes that it asks for, read at once with all above them, and the root
     * @param reader reads institutes with all above them
     */
    void begin(Collection<String> wanted, Function<Collection<String>, Collection<Node>> reader) {
        this.reader = reader;
        stored.clear();
        read(wanted);
    }

    Optional<Node> node(String id) {
        var node = changedByBatch.getOrDefault(id, changed.get(id));
        if (node == null) {
            node = stored.get(id);
        }
        return Optional.ofNullable(node);
    }

    /** The root of the network, active or not. */
    Optional<Node> root() {
        return Stream.of(changedByBatch, changed, stored)
                .flatMap(nodes -> nodes.values().stream())
                .filter(Node::isRoot)
                .findFirst();
    }

    void put(Node node) {
        changedByBatch.put(node.id(), node);
    }

    /** Whether one institute is the other, or stands above it. */
    boolean isSameOrAbove(String upper, String lower) {
        var passed = new HashSet<String>();
        for (String id = lower; id != null && passed.add(id); id = parentOf(id)) {
            if (id.equals(upper)) {
                return true;
            }
        }
        return false;
    }

    private @Nullable String parentOf(String id) {
        if (node(id).isEmpty()) {
            // Above an institute that a line before moved to.
            read(Set.of(id));
        }
        return node(id).map(Node::parentId).orElse(null);
    }

    private void read(Collection<String> ids) {
        if (reader != null) {
            reader.apply(ids).forEach(node -> stored.put(node.id(), node));
        }
    }

    void keep() {
        if (isDryRun) {
            changed.putAll(changedByBatch);
        }
        changedByBatch.clear();
    }

    void forget() {
        changedByBatch.clear();
    }
}
