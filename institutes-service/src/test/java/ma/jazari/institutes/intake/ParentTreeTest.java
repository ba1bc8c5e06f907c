package ma.jazari.institutes.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import ma.jazari.institutes.institute.InstituteStatus;
import ma.jazari.institutes.intake.ParentTree.Node;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ParentTreeTest {

    @Test
    void sees_what_others_have_changed_between_two_batches() {
        var tree = atItsSecondBatch(false);

        assertThat(tree.isSameOrAbove("z", "x")).isTrue();
        assertThat(tree.isSameOrAbove("y", "x")).isFalse();
    }

    @Test
    void keeps_in_a_dry_run_what_would_have_been_written() {
        var tree = atItsSecondBatch(true);

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

    /** Its first batch moved x under y; before the second somebody else has moved x under z. */
    private static ParentTree atItsSecondBatch(boolean isDryRun) {
        var tree = new ParentTree(isDryRun);
        tree.begin(Set.of("x", "y"), ids -> List.of(node("x", "root"), node("y", "root"), node("root", null)));
        tree.put(node("x", "y"));
        tree.keep();
        tree.begin(
                Set.of("z"), ids -> List.of(node("x", "z"), node("y", "root"), node("z", "root"), node("root", null)));
        return tree;
    }

    private static Node node(String id, @Nullable String parentId) {
        return new Node(id, parentId, InstituteStatus.ACTIVE, parentId == null);
    }
}
