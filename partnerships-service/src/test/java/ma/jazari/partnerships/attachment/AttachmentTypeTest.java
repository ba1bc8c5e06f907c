package ma.jazari.partnerships.attachment;

import static ma.jazari.partnerships.attachment.AttachmentFixture.beginningWith;
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

class AttachmentTypeTest {

    @ParameterizedTest
    @CsvSource({
        "application/pdf, PDF",
        "'Application/PDF; charset=binary', PDF",
        "image/png, PNG",
        "image/jpeg, JPEG",
        "image/tiff, TIFF",
        "image/webp, WEBP"
    })
    void is_named_by_the_content_type(String header, AttachmentType type) {
        assertThat(AttachmentType.ofContentType(header)).isEqualTo(type);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "text/html", "image/svg+xml", "application/octet-stream", "pdf", "image/*"})
    void takes_no_other(@Nullable String header) {
        var problem = catchThrowableOfType(Problem.class, () -> AttachmentType.ofContentType(header));

        assertThat(problem.type()).isEqualTo(ProblemType.UNSUPPORTED_MEDIA_TYPE);
        assertThat(problem.detail()).contains("application/pdf, image/png, image/jpeg, image/tiff, image/webp");
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
    void is_told_by_the_first_bytes(String hex, AttachmentType type) {
        assertThat(AttachmentType.ofContent(beginningWith(hex))).contains(type);
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
        assertThat(AttachmentType.ofContent(HexFormat.of().parseHex(hex))).isEmpty();
    }
}
