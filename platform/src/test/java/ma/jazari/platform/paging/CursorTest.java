package ma.jazari.platform.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import ma.jazari.platform.problem.Problem;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NumericChars;
import org.junit.jupiter.api.Test;

class CursorTest {

    @Property
    void gives_back_what_it_was_made_of(@ForAll @AlphaChars String first, @ForAll @NumericChars String second) {
        var cursor = Cursor.after("list", List.of(first, second));

        assertThat(Cursor.values(cursor, "list", 2)).containsExactly(first, second);
    }

    @Test
    void belongs_to_one_list_with_its_filters() {
        var cursor = Cursor.after("institutes region=MA-01", List.of("j00000098"));

        assertThatThrownBy(() -> Cursor.values(cursor, "institutes region=MA-02", 1))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> Cursor.values(cursor, "institutes region=MA-01", 2))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> Cursor.values("%%%", "institutes region=MA-01", 1))
                .isInstanceOf(Problem.class);
        assertThat(Cursor.values(null, "institutes", 1)).isEmpty();
    }
}
