package ma.jazari.platform.file;

import static ma.jazari.platform.file.FileFixture.WORDS;
import static ma.jazari.platform.file.FileFixture.beginningWith;
import static ma.jazari.platform.file.FileFixture.pdf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.problem.ProblemType;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ContentCheckTest {

    @Property
    void takes_a_whole_file_however_it_is_cut(
            @ForAll @IntRange(min = 20, max = 5000) int size, @ForAll @IntRange(min = 12, max = 3000) int piece) {
        assertThatCode(() -> check(FileType.PDF, pdf(size), piece)).doesNotThrowAnyException();
    }

    @Test
    void refuses_a_file_of_another_type_than_declared() {
        var png = beginningWith("89504e470d0a1a0a");

        assertThat(refusal(FileType.PDF, png)).isEqualTo("says application/pdf, and the body is image/png");
        assertThat(refusal(FileType.PNG, "<html>".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo("says image/png, and the body is of a type that is not known here");
        assertThatCode(() -> check(FileType.PNG, png, 64)).doesNotThrowAnyException();
    }

    @Test
    void refuses_an_empty_file() {
        assertThat(refusal(FileType.PDF, new byte[0])).startsWith("is empty");
    }

    @Test
    void refuses_a_pdf_without_its_end() {
        var cut = Arrays.copyOf(pdf(4000), 3990);

        assertThat(refusal(FileType.PDF, cut)).contains("%%EOF is missing");
    }

    @Test
    void looks_for_the_end_of_a_pdf_in_its_last_kilobyte() {
        var whole = pdf(4000);

        assertThatCode(() -> check(FileType.PDF, Arrays.copyOf(whole, whole.length + 1000), 500))
                .doesNotThrowAnyException();
        assertThat(refusal(FileType.PDF, Arrays.copyOf(whole, whole.length + 1030)))
                .contains("%%EOF is missing");
    }

    @Test
    void refuses_the_first_byte_too_many() {
        var check = new ContentCheck(FileType.JPEG, WORDS);
        check.next(beginningWith("ffd8ff"));
        check.next(new byte[Upload.MOST_BYTES - 103]);
        check.end();

        var problem = catchThrowableOfType(Problem.class, () -> check.next(new byte[1]));

        assertThat(problem.type()).isEqualTo(ProblemType.TOO_LARGE);
        assertThat(problem.detail()).isEqualTo("An enclosure has 20,971,520 bytes at most.");
    }

    private static void check(FileType declared, byte[] file, int piece) {
        var check = new ContentCheck(declared, WORDS);
        for (int from = 0; from < file.length; from += piece) {
            check.next(Arrays.copyOfRange(file, from, Math.min(from + piece, file.length)));
        }
        check.end();
        assertThat(check.size()).isEqualTo(file.length);
    }

    private static String refusal(FileType declared, byte[] file) {
        return catchThrowableOfType(Problem.class, () -> check(declared, file, 512))
                .violations()
                .getFirst()
                .detail();
    }
}
