package ma.jazari.institutes.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TreeTest {

    @Test
    void moves_what_would_not_stand_above_itself() {
        var tree = new Tree(Map.of("low", "middle", "middle", "top"));

        assertThat(tree.move("middle", "low")).isFalse();
        assertThat(tree.move("top", "top")).isFalse();
        assertThat(tree.move("low", "top")).isTrue();
        assertThat(tree.move("middle", "low")).isTrue();
        assertThat(tree.isSameOrAbove("low", "middle")).isTrue();
        assertThat(tree.isSameOrAbove("middle", "low")).isFalse();
    }
}
