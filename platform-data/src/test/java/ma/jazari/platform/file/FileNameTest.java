package ma.jazari.platform.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.problem.Violation;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {

    @ParameterizedTest
    @CsvSource({
        "annexe-1.pdf, annexe-1.pdf",
        "'  annexe 1.pdf ', annexe 1.pdf",
        "اتفاقية.pdf, اتفاقية.pdf",
        ".htaccess, .htaccess",
        "a..b.pdf, a..b.pdf"
    })
    void is_one_line_without_white_space_around(String given, String kept) {
        assertThat(FileName.checked("name", given)).isEqualTo(kept);
    }

    @Test
    void is_kept_in_the_composed_form() {
        assertThat(FileName.checked("name", "Fe\u0300s.pdf")).isEqualTo("F\u00e8s.pdf");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "/etc/passwd",
                "..\\x.pdf",
                "..",
                ".",
                "a\nb.pdf",
                "a\u0000.pdf",
                "a\u0085.pdf",
                "a\u2028.pdf",
                "annexe\u202Efdp.exe",
                "\u2067x.pdf",
                "\uD800.pdf"
            })
    void refuses_what_is_no_name_of_a_file(String given) {
        assertThat(catchThrowableOfType(Problem.class, () -> FileName.checked("name", given))
                        .violations())
                .extracting(Violation::pointer)
                .containsExactly("name");
    }

    @Test
    void is_of_a_bounded_length() {
        assertThat(FileName.checked("name", "x".repeat(200))).hasSize(200);
        assertThat(catchThrowableOfType(Problem.class, () -> FileName.checked("name", "x".repeat(201))))
                .isNotNull();
    }

    @Property
    void is_kept_as_it_was_kept(@ForAll String given) {
        try {
            var kept = FileName.checked("name", given);
            assertThat(FileName.checked("name", kept)).isEqualTo(kept);
        } catch (Problem refused) {
            assertThat(refused.violations()).isNotEmpty();
        }
    }
}
