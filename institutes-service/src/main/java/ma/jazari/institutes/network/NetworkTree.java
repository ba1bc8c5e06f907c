package ma.jazari.institutes.network;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import ma.jazari.institutes.institute.Institute;
import ma.jazari.platform.id.PublicId;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.record.Names;
import ma.jazari.platform.time.AsOf;
import org.jspecify.annotations.Nullable;

/** The network from its root down, breadth first: the institutes that are active or suspended, or were. */
@ApplicationScoped
class NetworkTree {

    private final TreeReader reader;

    NetworkTree(TreeReader reader) {
        this.reader = reader;
    }

    /** @throws Problem 404 where the top was not, or is not, part of the network */
    @Transactional
    TreeResponse read(TreeQuery query, List<String> languages) {
        int depth = query.depth();
        int limit = query.limit();
        var asOf = query.asOf == null ? null : AsOf.parse(query.asOf);
        reader.holdStill();
        var top = top(query, asOf);
        var levels = levels(top, depth, limit, asOf);
        var tree = new Assembly(levels, languages);
        var root = tree.node(top, 0);
        return new TreeResponse(
                asOf,
                root,
                1 + levels.stream().mapToInt(level -> level.all().size()).sum(),
                levels.stream().allMatch(Level::isComplete),
                String.join(", ", tree.used));
    }

    private NodeState top(TreeQuery query, @Nullable Instant asOf) {
        if (query.root != null) {
            PublicId.checked(Institute.ID_PREFIX, query.root);
            return reader.node(query.root, asOf)
                    .orElseThrow(
                            () -> Problem.notFound("institute in the tree" + at(query), String.valueOf(query.root)));
        }
        return reader.rootId()
                .flatMap(id -> reader.node(id, asOf))
                .orElseThrow(() -> Problem.notFound("network" + at(query), "with a root"));
    }

    private static String at(TreeQuery query) {
        return query.asOf == null ? "" : " at " + query.asOf;
    }

    /** What belongs to the nodes of each level, down to one below the last that is shown, which is only counted. */
    private List<Level> levels(NodeState top, int depth, int limit, @Nullable Instant asOf) {
        var levels = new ArrayList<Level>();
        int room = limit - 1;
        var parents = List.of(top.id());
        while (!parents.isEmpty()) {
            var level = reader.below(parents, levels.size() < depth ? room : 0, asOf);
            levels.add(level);
            parents = level.all().stream().map(NodeState::id).toList();
            room -= parents.size();
        }
        return levels;
    }

    /** Puts the levels together. */
    private static final class Assembly {

        private final List<Level> levels;
        private final List<String> languages;
        private final TreeSet<String> used = new TreeSet<>();

        Assembly(List<Level> levels, List<String> languages) {
            this.levels = levels;
            this.languages = languages;
        }

        TreeNode node(NodeState state, int depth) {
            var shown = Names.shown(state.names(), languages);
            used.add(shown.lang());
            var below = levels.get(depth);
            var children = below.childrenOf(state.id()).stream()
                    .map(child -> node(child, depth + 1))
                    .toList();
            return new TreeNode(
                    state.id(),
                    state.kind(),
                    state.status(),
                    state.names(),
                    shown.value(),
                    state.region(),
                    state.missions(),
                    below.count(state.id()),
                    children);
        }
    }
}
