package ma.jazari.events.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.api.Test;

class FoldingTest {

    @Test
    void leaves_a_line_of_75_octets_and_folds_one_of_76() {
        assertThat(Folding.fold("x".repeat(75) + "\r\n")).isEqualTo("x".repeat(75) + "\r\n");
        assertThat(Folding.fold("x".repeat(76) + "\r\n")).isEqualTo("x".repeat(75) + "\r\n x\r\n");
    }

    @Property
    void folds_by_octets_between_characters_and_loses_nothing(
            @ForAll
                    @CharRange(from = ' ', to = '~')
                    @CharRange(from = '\u0600', to = '\u06ff')
                    @CharRange(from = '\u2d30', to = '\u2d7f')
                    String text) {
        var line = text + "\ud83c\uddf2\ud83c\udde6" + text;

        var folded = Folding.fold(line + "\r\n");

        assertThat(folded.replace("\r\n ", "")).isEqualTo(line + "\r\n");
        assertThat(folded.split("\r\n")).allSatisfy(part -> assertThat(part.getBytes(StandardCharsets.UTF_8).length)
                .isLessThanOrEqualTo(75));
    }
}
