package ma.jazari.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import ma.jazari.benchmarks.BenchmarkOptions.Stack;
import ma.jazari.benchmarks.BenchmarkOptions.Subject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BenchmarkOptionsTest {

    @Test
    void measure_a_stack_of_its_own_unless_told_otherwise() {
        var options = BenchmarkOptions.parse();

        assertThat(options.stack().running()).isFalse();
        assertThat(options.stack().portOffset()).isNull();
        assertThat(options.json()).isNull();
        assertThat(options.connections()).isEqualTo(16);
        assertThat(options.only()).containsExactlyInAnyOrder(Subject.values());
        assertThat(options.sizes()).isEmpty();
        assertThat(options.ror()).isNull();
        assertThat(options.times()).isEqualTo(1);
    }

    @Test
    void take_what_is_said() {
        var options = BenchmarkOptions.parse(
                "--running", "--seconds=9", "--connections=4", "--port-offset=5000", "--json=out/a=b.json");

        assertThat(options)
                .isEqualTo(new BenchmarkOptions(
                        9,
                        4,
                        EnumSet.allOf(Subject.class),
                        List.of(),
                        null,
                        1,
                        new Stack(true, 5000),
                        Path.of("out/a=b.json"),
                        false));
    }

    @Test
    void name_what_is_measured_and_the_sizes_to_grow_to() {
        var options = BenchmarkOptions.parse(
                "--only=institutes,reads", "--records=5000,50000,500000", "--ror=dumps/v2.json.gz");

        assertThat(options.only()).containsExactlyInAnyOrder(Subject.INSTITUTES, Subject.READS);
        assertThat(options.sizes()).containsExactly(5_000, 50_000, 500_000);
        assertThat(options.ror()).isEqualTo(Path.of("dumps/v2.json.gz"));
    }

    @Test
    void take_partners_from_a_dump_alone() {
        var options = BenchmarkOptions.parse("--only=partners", "--ror=dump.ndjson.xz");

        assertThat(options.only()).containsExactly(Subject.PARTNERS);
        assertThat(options.sizes()).isEmpty();
    }

    @Test
    void take_conventions_from_any_stack() {
        assertThat(BenchmarkOptions.parse("--only=conventions", "--running").only())
                .containsExactly(Subject.CONVENTIONS);
    }

    @Test
    void do_not_import_into_a_stack_that_is_kept() {
        assertThatThrownBy(() -> BenchmarkOptions.parse("--running", "--records=5000"))
                .isInstanceOf(BenchmarkException.class)
                .hasMessageContaining("a stack of its own");
    }

    @Test
    void explain_themselves() {
        assertThat(BenchmarkOptions.parse("--help").help()).isTrue();
        assertThat(BenchmarkOptions.parse("--seconds=1", "-h").help()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--second=3",
                "fast",
                "--seconds=many",
                "--seconds",
                "--seconds=0",
                "--connections=-1",
                "--json=",
                "--only=",
                "--only=speed",
                "--records",
                "--records=0",
                "--records=5000,",
                "--records=50000,5000",
                "--records=5000,5000",
                "--only=writes --records=5000",
                "--only=reads --ror=dump.json",
                "--only=partners",
                "--only=partners --running --ror=dump.json"
            })
    void refuse_what_they_do_not_understand(String argument) {
        assertThatThrownBy(() -> BenchmarkOptions.parse(argument.split(" ", -1)))
                .isInstanceOf(BenchmarkException.class)
                .hasMessageContaining("./jazari bench --help");
    }
}
