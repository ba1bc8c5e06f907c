package ma.jazari.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import ma.jazari.benchmarks.BenchmarkOptions.Stack;
import ma.jazari.benchmarks.BenchmarkOptions.Subject;
import ma.jazari.benchmarks.edge.EdgeSizes;
import ma.jazari.benchmarks.events.EventSizes;
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
        assertThat(options.events()).isEqualTo(new EventSizes(5_000, 1_000, 300, 100_000));
        assertThat(options.edge()).isEqualTo(new EdgeSizes(5_000, 1_024));
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
                        EventSizes.USUAL,
                        EdgeSizes.USUAL,
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
    void say_how_much_of_events_there_is() {
        var options = BenchmarkOptions.parse(
                "--only=events", "--events=200", "--clients=100", "--places=100", "--measurements=2000");

        assertThat(options.only()).containsExactly(Subject.EVENTS);
        assertThat(options.events()).isEqualTo(new EventSizes(200, 100, 100, 2_000));
    }

    @Test
    void do_not_publish_events_on_a_stack_that_is_kept() {
        assertThatThrownBy(() -> BenchmarkOptions.parse("--running", "--only=events"))
                .isInstanceOf(BenchmarkException.class)
                .hasMessageContaining("a stack of their own");
    }

    @Test
    void say_how_much_there_is_at_the_gateway() {
        var options = BenchmarkOptions.parse("--only=gateway", "--streams=1000", "--import-mib=100");

        assertThat(options.only()).containsExactly(Subject.GATEWAY);
        assertThat(options.edge()).isEqualTo(new EdgeSizes(1_000, 100));
    }

    @Test
    void do_not_measure_the_gateway_of_a_stack_that_is_kept() {
        assertThatThrownBy(() -> BenchmarkOptions.parse("--running", "--only=gateway,events"))
                .isInstanceOf(BenchmarkException.class)
                .hasMessageContaining("a stack of their own");
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
                "--only=partners --running --ror=dump.json",
                "--events=0",
                "--events=10001",
                "--clients=2001",
                "--measurements=many",
                "--clients=10 --places=11",
                "--places=1001",
                "--only=reads --events=200",
                "--running --events=200",
                "--streams=0",
                "--streams=25001",
                "--import-mib=1025",
                "--only=reads --streams=10",
                "--running --import-mib=10"
            })
    void refuse_what_they_do_not_understand(String argument) {
        assertThatThrownBy(() -> BenchmarkOptions.parse(argument.split(" ", -1)))
                .isInstanceOf(BenchmarkException.class)
                .hasMessageContaining("./jazari bench --help");
    }
}
