package ma.jazari.partnerships.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EntryNamesTest {

    private final EntryNames names = new EntryNames();

    @Test
    void keep_what_every_system_can_unpack() {
        assertThat(Stream.of("annexe n° 1.pdf", "ملحق.pdf", ".hidden", "sans extension")
                        .map(names::fresh))
                .containsExactly("annexe n° 1.pdf", "ملحق.pdf", ".hidden", "sans extension");
    }

    @Test
    void give_two_files_two_names_even_where_case_does_not_count() {
        assertThat(Stream.of("scan.pdf", "Scan.pdf", "scan.pdf", "scan (2).pdf", "x", "x")
                        .map(names::fresh))
                .containsExactly("scan.pdf", "Scan (2).pdf", "scan (3).pdf", "scan (2) (2).pdf", "x", "x (2)");
    }

    @Test
    void replace_what_some_systems_do_not_take() {
        assertThat(Stream.of("a:b?.pdf", "fin.", "con.pdf", "NUL").map(names::fresh))
                .containsExactly("a_b_.pdf", "fin_", "_con.pdf", "_NUL");
    }

    @Test
    void make_words_of_key_ids() {
        assertThat(EntryNames.safe("urn:key~1@2026=a_b-c.d")).isEqualTo("urn_key_1_2026_a_b-c.d");
    }
}
