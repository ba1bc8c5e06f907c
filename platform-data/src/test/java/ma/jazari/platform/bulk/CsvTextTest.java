package ma.jazari.platform.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import ma.jazari.platform.text.WrittenText;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CsvTextTest {

    private static final List<String> FORMULAS = List.of("=", "+", "-", "@", "＝", "＋", "－", "＠");

    @Test
    void leaves_text_alone_that_no_spreadsheet_carries_out() {
        for (var text : List.of("plain", "a;b", "1-2=3", "'quoted'", "a; b", "l'Institut", "")) {
            assertThat(CsvText.write(text)).isEqualTo(text);
        }
    }

    @Test
    void guards_formulas_wherever_a_spreadsheet_may_take_a_cell_to_begin() {
        assertThat(CsvText.write("=1+1")).isEqualTo("'=1+1");
        assertThat(CsvText.write("Amina;=1+cmd|' /C calc'!A0")).isEqualTo("Amina;'=1+cmd|' /C calc'!A0");
        assertThat(CsvText.write("a\t=1;\"=2\n＝3\r@4")).isEqualTo("a\t'=1;'\"=2\n'＝3\r'@4");
        assertThat(CsvText.write("'=1; '-2")).isEqualTo("''=1;' '-2");
    }

    @Property
    void writes_no_formula_and_reads_back_what_it_wrote(@ForAll("texts") String text) {
        var kept = WrittenText.of(text);

        var cell = CsvText.write(kept);

        for (var beginning : cell.split("[;\t\r\n]", -1)) {
            assertThat(FORMULAS).noneMatch(beginning.replaceFirst("^[\" ]+", "")::startsWith);
        }
        assertThat(CsvText.read(cell)).isEqualTo(kept);
    }

    @Property
    void reads_back_the_values_of_one_cell(@ForAll("texts") String one, @ForAll("texts") String other) {
        var values = Stream.of(WrittenText.of(one), WrittenText.of(other))
                .filter(value -> !value.isEmpty())
                .toList();

        var cell = CsvText.write(CsvText.join(values.stream()));

        assertThat(CsvText.split(CsvText.read(cell))).isEqualTo(values);
    }

    @Provide
    static Arbitrary<String> texts() {
        return Arbitraries.of("=", "-", "＠", "'", "\"", ";", "\t", "\n", "\\", " ", "a", "é")
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }
}
