package ma.jazari.platform.file;

import static ma.jazari.platform.file.FileFixture.WORDS;
import static ma.jazari.platform.file.FileFixture.beginningWith;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.HexFormat;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.problem.ProblemType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileTypeTest {

    @ParameterizedTest
    @CsvSource({
        "application/pdf, PDF",
        "'Application/PDF; charset=binary', PDF",
        "image/png, PNG",
        "image/jpeg, JPEG",
        "image/tiff, TIFF",
        "image/webp, WEBP"
    })
    void is_named_by_the_content_type(String header, FileType type) {
        assertThat(FileType.ofContentType(header, WORDS)).isEqualTo(type);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "text/html", "image/svg+xml", "application/octet-stream", "pdf", "image/*"})
    void takes_no_other(@Nullable String header) {
        var problem = catchThrowableOfType(Problem.class, () -> FileType.ofContentType(header, WORDS));

        assertThat(problem.type()).isEqualTo(ProblemType.UNSUPPORTED_MEDIA_TYPE);
        assertThat(problem.detail())
                .isEqualTo(
                        "The Content-Type of an enclosure is one of application/pdf, image/png, image/jpeg, image/tiff, image/webp.");
    }

    @ParameterizedTest
    @CsvSource({
        "255044462d312e37, PDF",
        "89504e470d0a1a0a, PNG",
        "ffd8ffe0, JPEG",
        "49492a00, TIFF",
        "4d4d002a, TIFF",
        "5249464612345678574542505650, WEBP"
    })
    void is_told_by_the_first_bytes(String hex, FileType type) {
        assertThat(FileType.ofContent(beginningWith(hex))).contains(type);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00",
                "25504446",
                "20255044462d",
                "89504e470a1a0a",
                "ffd8",
                "49494200",
                "524946461234567857415645",
                "3c68746d6c3e",
                "504b0304",
                "4d5a"
            })
    void knows_no_type_that_begins_otherwise(String hex) {
        assertThat(FileType.ofContent(HexFormat.of().parseHex(hex))).isEmpty();
    }
}
