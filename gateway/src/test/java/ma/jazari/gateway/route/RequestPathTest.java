package ma.jazari.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.util.List;
import ma.jazari.platform.problem.Problem;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestPathTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "v1/institutes",
                "//v1/institutes",
                "/v1//institutes",
                "/v1/institutes/..",
                "/v1/institutes/../partners",
                "/v1/./institutes",
                "/v1/institutes/%2e%2e/partners",
                "/v1/institutes/.%2E/partners",
                "/v1/institutes/%2fpartners",
                "/v1/institutes/%5cpartners",
                "/v1/institutes\\partners",
                "/v1/institutes/%252e%252e/partners",
                "/v1/institutes;a=b/x",
                "/v1/institutes/..;/partners",
                "/v1/institutes/%3b",
                "/v1/institutes/%00",
                "/v1/institutes/%0d%0aX: y",
                "/v1/institutes/%zz",
                "/v1/institutes/%2",
                "/v1/institutes/é",
                "/v1/institutes/a b"
            })
    void refuses_a_path_that_could_mean_another(String raw) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> RequestPath.parse(raw))
                .matches(problem -> problem.type().status() == 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/v1/institutes",
                "/v1/institutes/",
                "/v1/institutes/j4k7xq236/history",
                "/v1/calendars/regions/MA-03.ics",
                "/v1/vocabularies/focus%20areas",
                "/v1/partners/%C3%A9"
            })
    void accepts_a_plain_path_as_it_is(String raw) {
        assertThat(RequestPath.parse(raw).raw()).isEqualTo(raw);
    }

    @Property
    void never_decides_on_a_path_that_others_read_differently(@ForAll("pathsOfTroublesomePieces") String raw) {
        RequestPath path;
        try {
            path = RequestPath.parse(raw);
        } catch (Problem refused) {
            return;
        }

        var asOthersReadIt = URI.create("http://host" + raw).normalize().getPath();
        assertThat(asOthersReadIt).doesNotContain("//", "\\", ";");
        assertThat(List.of(asOthersReadIt.substring(1).split("/", -1)))
                .hasSameSizeAs(path.segments())
                .doesNotContain(".", "..");
    }

    @Provide
    Arbitrary<String> pathsOfTroublesomePieces() {
        var pieces = Arbitraries.of(
                "/",
                "/",
                "v1",
                "institutes",
                "partners",
                ".",
                "..",
                "%2e",
                "%2F",
                "%5c",
                "%25",
                ";",
                "\\",
                "a",
                "%20",
                "~",
                "%3B");
        return pieces.list().ofMinSize(1).ofMaxSize(8).map(list -> "/" + String.join("", list));
    }
}
