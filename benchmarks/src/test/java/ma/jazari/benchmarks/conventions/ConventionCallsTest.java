package ma.jazari.benchmarks.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.util.Objects;
import ma.jazari.benchmarks.load.Call;
import org.junit.jupiter.api.Test;

class ConventionCallsTest {

    private static final URI CONVENTIONS = URI.create("http://localhost/v1/conventions");
    private static final Waiting WAITING = new Waiting("0190-1", "ab12");
    private final ConventionCalls calls = new ConventionCalls("j4k7xq236", "p4k7xq236");

    @Test
    void draft_what_the_institute_owns_and_both_sign() throws Exception {
        var call = calls.create(CONVENTIONS);

        assertThat(call.uri()).isEqualTo(CONVENTIONS);
        assertThat(call.expected()).isEqualTo(201);
        assertThat(body(call).at("/ownerParty/id").asText()).isEqualTo("j4k7xq236");
        assertThat(body(call).at("/parties/1/party/id").asText()).isEqualTo("p4k7xq236");
    }

    @Test
    void propose_whatever_version_there_is() throws Exception {
        var call = calls.call(Step.PROPOSE, CONVENTIONS, WAITING);

        assertThat(call.uri()).hasToString(CONVENTIONS + "/0190-1/transitions");
        assertThat(call.headers()).containsEntry("If-Match", "*");
        assertThat(call.expected()).isEqualTo(200);
        assertThat(body(call).path("to").asText()).isEqualTo("PROPOSED");
    }

    @Test
    void approve_the_text_by_its_digest_first_for_the_institute_then_for_the_university() throws Exception {
        var first = calls.call(Step.APPROVE, CONVENTIONS, WAITING);
        var last = calls.call(Step.APPROVE_LAST, CONVENTIONS, WAITING);

        assertThat(first.uri()).hasToString(CONVENTIONS + "/0190-1/approvals").isEqualTo(last.uri());
        assertThat(first.headers()).containsEntry("If-Match", "*");
        assertThat(first.expected()).isEqualTo(201);
        assertThat(body(first).path("digest").asText()).isEqualTo("ab12");
        assertThat(body(first).at("/party/id").asText()).isEqualTo("j4k7xq236");
        assertThat(body(last).at("/party/id").asText()).isEqualTo("p4k7xq236");
    }

    private static JsonNode body(Call call) throws Exception {
        return new ObjectMapper().readTree(Objects.requireNonNull(call.body()).get());
    }
}
