package ma.jazari.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The merged description under the committed rules. Skipped, with a warning, where Node is missing. */
class LintTest {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static NodeTools tools;

    @BeforeAll
    static void find() {
        var found = NodeTools.find();
        assumeTrue(found.isPresent(), "Node is missing");
        tools = found.orElseThrow();
    }

    @Test
    void finds_no_fault_with_the_merged_description() {
        var outcome = lint(ContractFiles.folder("openapi").resolve("jazari.yaml"));

        assertThat(outcome.isGood()).as(outcome.output()).isTrue();
    }

    @Test
    void sees_an_operation_without_a_summary_and_an_example_that_is_not_valid(@TempDir Path folder) throws IOException {
        var description =
                ContractFiles.ofRepository().read("jazari").map(Yaml::read).orElseThrow();
        description.withObject("/paths/~1v1~1institutes/get").remove("summary");
        description
                .withObject("/components/schemas/Institute/properties/displayName")
                .putArray("examples")
                .add(7);
        var broken = Files.writeString(folder.resolve("broken.yaml"), Yaml.write(description));

        var outcome = lint(broken);

        assertThat(outcome.isGood()).isFalse();
        assertThat(outcome.output()).contains("operation-summary", "no-invalid-schema-examples");
    }

    private static NodeTools.Outcome lint(Path description) {
        return tools.run(
                LIMIT,
                Map.of(),
                "redocly",
                "lint",
                "--config",
                "../openapi/redocly.yaml",
                "--format",
                "stylish",
                description.toString());
    }
}
