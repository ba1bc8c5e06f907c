package ma.jazari.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.Map;
import ma.jazari.contracts.NodeTools;
import ma.jazari.system.harness.Registry;
import ma.jazari.system.harness.SystemTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A TypeScript client is generated from the description, compiled strictly, and used. Skipped where Node is missing. */
@SystemTest
class TypeScriptClientIT {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static NodeTools tools;

    private final Registry registry;

    TypeScriptClientIT(Registry registry) {
        this.registry = registry;
    }

    @BeforeAll
    static void generate() {
        var found = NodeTools.find();
        assumeTrue(found.isPresent(), "Node is missing");
        tools = found.orElseThrow();
        run(Map.of(), "openapi-typescript", "../openapi/jazari.yaml", "-o", "target/registry.d.ts");
        run(Map.of(), "tsc");
    }

    @Test
    void goes_the_way_of_a_partner_with_the_generated_client() {
        var environment = Map.of(
                "REGISTRY", registry.gateway().toString(),
                "TOKEN", registry.stack().token("partner-demo"));

        assertThat(run(environment, "node", "target/client/journey.js")).contains("journey done");
    }

    @Test
    void draws_the_chart_of_the_guide() {
        var chart = run(Map.of("REGISTRY", registry.gateway().toString()), "node", "target/client/chart.js");

        assertThat(chart).startsWith("<svg ").contains(">MA-01<", ">MA-12<").endsWith("</svg>\n");
        assertThat(chart.split("<rect", -1))
                .as("a bar for each of the twelve regions")
                .hasSize(13);
    }

    private static String run(Map<String, String> environment, String tool, String... arguments) {
        var outcome = tools.run(LIMIT, environment, tool, arguments);
        assertThat(outcome.isGood()).as(outcome.output()).isTrue();
        return outcome.output();
    }
}
