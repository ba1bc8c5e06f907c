package ma.jazari.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathPatternTest {

    @ParameterizedTest
    @CsvSource({
        "/v1/institutes/import, /v1/institutes/import",
        "/v1/conventions/*/attachments, /v1/conventions/0198c1e2/attachments",
        "/v1/conventions/*/attachments, /v1/conventions/*/attachments",
        "/v1/*/*, /v1/a/b"
    })
    void lets_a_star_stand_for_one_segment(String pattern, String path) {
        assertThat(PathPattern.of(pattern).matches(path)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/institutes/import, /v1/institutes/import/",
        "/v1/institutes/import, /v1/institutes",
        "/v1/institutes/import, /V1/institutes/import",
        "/v1/conventions/*/attachments, /v1/conventions/attachments",
        "/v1/conventions/*/attachments, /v1/conventions//attachments",
        "/v1/conventions/*/attachments, /v1/conventions/a/b/attachments",
        "/v1/conventions/*/attachments, /v1/conventions/a/attachments/b",
        "/v1/conventions/*/attachments, /v1/conventions/a/attachmentsx",
        "/v1/conventions/a*/attachments, /v1/conventions/ab/attachments"
    })
    void matches_nothing_else(String pattern, String path) {
        assertThat(PathPattern.of(pattern).matches(path)).isFalse();
    }
}
