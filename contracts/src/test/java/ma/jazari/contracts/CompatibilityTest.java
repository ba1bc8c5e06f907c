package ma.jazari.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.function.Consumer;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;

/** That the description breaks no client of the last released one, and that the comparison sees what would. */
class CompatibilityTest {

    private static final String INSTITUTE = "/components/schemas/Institute";
    private static final String REQUEST = "/components/schemas/InstituteRequest";

    private final ObjectNode committed =
            ContractFiles.ofRepository().read("jazari").map(Yaml::read).orElseThrow();

    @Test
    void breaks_no_client_of_what_was_released() throws IOException {
        var released = Yaml.read(Files.readString(ContractFiles.folder("openapi/released/jazari.yaml")));

        assertThat(Compatibility.breakages(released, committed))
                .as("what breaks clients needs /v2; see CONTRIBUTING.md")
                .isEmpty();
    }

    @Test
    void sees_a_property_that_is_gone() {
        assertThatBreaks(
                        changed -> changed.withObject(INSTITUTE + "/properties").remove("displayName"))
                .contains("displayName: is gone");
    }

    @Test
    void sees_another_type() {
        assertThatBreaks(changed -> changed.withObject(INSTITUTE + "/properties/displayName")
                        .put("type", "integer"))
                .contains("displayName: was of type [string], is [integer]");
    }

    @Test
    void sees_what_can_be_null_now() {
        assertThatBreaks(changed -> changed.withObject(INSTITUTE + "/properties/displayName")
                        .putArray("type")
                        .add("string")
                        .add("null"))
                .contains("displayName: was of type [string], is [null, string]");
    }

    @Test
    void sees_what_a_request_must_have_now() {
        assertThatBreaks(changed -> changed.withObject(REQUEST)
                        .withArrayProperty("required")
                        .add("established"))
                .contains("established: is required now");
    }

    @Test
    void sees_an_operation_that_is_gone() {
        assertThatBreaks(changed ->
                        changed.withObject("/paths/~1v1~1network~1tree").remove("get"))
                .isEqualTo("GET /v1/network/tree: the operation is gone");
    }

    @Test
    void sees_a_value_that_is_gone() {
        assertThatBreaks(changed -> remove(changed.withArray("/components/schemas/InstituteStatus/enum"), "CLOSED"))
                .contains("value CLOSED is gone");
    }

    @Test
    void sees_a_parameter_that_is_required_now_and_a_token_that_is_needed() {
        assertThatBreaks(changed -> {
                    var list = changed.withObject("/paths/~1v1~1institutes/get");
                    list.remove("security");
                    list.putArray("security").addObject().putArray("bearer");
                    list.withArrayProperty("parameters")
                            .addObject()
                            .put("name", "why")
                            .put("in", "query")
                            .put("required", true);
                })
                .contains("GET /v1/institutes: a token is needed now")
                .contains("GET /v1/institutes: parameter why in query is required now");
    }

    @Test
    void lets_pass_what_is_only_more() {
        var more = committed.deepCopy();
        more.withObject(INSTITUTE + "/properties").putObject("motto").put("type", "string");
        more.withObject(REQUEST + "/properties").putObject("motto").put("type", "string");
        more.withArray("/components/schemas/InstituteStatus/enum").add("ASLEEP");
        more.withObject("/paths/~1v1~1mottos/get").put("operationId", "listMottos");
        more.withArray("/paths/~1v1~1institutes/get/parameters")
                .addObject()
                .put("name", "motto")
                .put("in", "query");

        assertThat(Compatibility.breakages(committed, more)).isEmpty();
    }

    private AbstractStringAssert<?> assertThatBreaks(Consumer<ObjectNode> change) {
        var changed = committed.deepCopy();
        change.accept(changed);
        return assertThat(String.join("\n", Compatibility.breakages(committed, changed)));
    }

    private static void remove(ArrayNode values, String gone) {
        for (int place = 0; place < values.size(); place++) {
            if (values.get(place).asText().equals(gone)) {
                values.remove(place);
            }
        }
    }
}
