package ma.jazari.localstack.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import ma.jazari.localstack.LocalStackException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackPlanTest {

    private final StackOptions options;

    StackPlanTest(@TempDir Path directory) {
        options = StackOptions.separate(directory, 0);
    }

    @Test
    void starts_each_part_after_those_that_it_needs() {
        var before = new HashSet<String>();

        for (var part : StackPlan.of(options).parts()) {
            assertThat(before).as(part.name()).containsAll(part.dependencies());
            before.add(part.name());
        }

        assertThat(before).hasSize(7);
    }

    @Test
    void gives_no_port_to_two_parts() {
        var ports = StackPlan.of(options).parts().stream()
                .flatMap(part -> part.portNumbers().stream())
                .toList();

        assertThat(ports).doesNotHaveDuplicates().hasSize(13);
    }

    @Test
    void takes_a_part_of_the_parts_and_names_those_that_are_none() {
        assertThat(StackPlan.of(options.withOnly(Set.of("kafka", "postgres"))).parts())
                .extracting(PartDefinition::name)
                .containsExactly("postgres", "kafka");
        assertThatThrownBy(() -> StackPlan.of(options.withOnly(Set.of("zookeeper"))))
                .isInstanceOf(LocalStackException.class)
                .hasMessageContaining("zookeeper")
                .hasMessageContaining("postgres, kafka");
    }
}
