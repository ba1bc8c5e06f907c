package ma.jazari.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestKindTest {

    @ParameterizedTest
    @CsvSource({
        "GET, /docs, PAGE",
        "POST, /, PAGE",
        "GET, /v1x, PAGE",
        "GET, /v1/institutes, READ",
        "HEAD, /v1/nothing, READ",
        "OPTIONS, /v1/institutes, READ",
        "POST, /v1/institutes/match, READ",
        "POST, /v1/conventions/validate, READ",
        "POST, /v1/institutes, WRITE",
        "PATCH, /v1/institutes/j00000000, WRITE",
        "DELETE, /v1/partners/validate, WRITE",
        "POST, /v1/institutes/import, IMPORT",
        "GET, /v1/institutes/import, READ",
        "GET, /v1/partners/export, EXPORT",
        "POST, /v1/partners/export, WRITE"
    })
    void knows_what_a_request_is_about(String method, String path, RequestKind kind) {
        assertThat(RequestKind.of(method, RequestPath.parse(path))).isEqualTo(kind);
    }
}
