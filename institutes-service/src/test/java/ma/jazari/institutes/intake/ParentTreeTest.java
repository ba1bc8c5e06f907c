package ma.jazari.institutes.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import ma.jazari.institutes.institute.InstituteStatus;
import ma.jazari.institutes.intake.ParentTree.Node;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ParentTreeTest {

    @Test
    void sees_what_others_have_changed_between_two_batches() {
        var tree = new ParentTree(false);
        move(tree);

        tree.begin(Set.of("z"), ParentTreeTest::afterOthers);

        assertThat(tree.isSameOrAbove("z", "x")).isTrue();
        assertThat(tree.isSameOrAbove("y", "x")).isFalse();
    }

    @Test
    void keeps_in_a_dry_run_what_would_have_been_written() {
        var tree = new ParentTree(true);
        move(tree);

        tree.begin(Set.of("z"), ParentTreeTest::afterOthers);

        assertThat(tree.isSameOrAbove("y", "x")).isTrue();
    }

    @Test
    void forgets_a_batch_that_was_taken_back() {
        var tree = new ParentTree(false);
        tree.begin(Set.of("x"), ids -> List.of(node("x", "root"), node("root", null)));
        tree.put(node("x", "y"));
        tree.forget();

        assertThat(tree.isSameOrAbove("root", "x")).isTrue();
    }

    /** A batch that moves x under y. */
    private static void move(ParentTree tree) {
        tree.begin(Set.of("x", "y"), ids -> List.of(node("x", "root"), node("y", "root"), node("root", null)));
        tree.put(node("x", "y"));
        tree.keep();
    }

    /** Somebody has moved x under z since. */
    private static Collection<Node> afterOthers(Collection<String> ids) {
        return List.of(node("x", "z"), node("y", "root"), node("z", "root"), node("root", null));
    }

    private static Node node(String id, @Nullable String parentId) {
        return new Node(id, parentId, InstituteStatus.ACTIVE, parentId == null);
    }
}
