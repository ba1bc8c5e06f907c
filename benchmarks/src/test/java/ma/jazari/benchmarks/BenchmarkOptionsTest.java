package ma.jazari.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BenchmarkOptionsTest {

    @Test
    void measure_a_stack_of_its_own_unless_told_otherwise() {
        var options = BenchmarkOptions.parse();

        assertThat(options.running()).isFalse();
        assertThat(options.portOffset()).isNull();
        assertThat(options.json()).isNull();
        assertThat(options.connections()).isEqualTo(16);
    }

    @Test
    void take_what_is_said() {
        var options = BenchmarkOptions.parse(
                "--running", "--seconds=9", "--connections=4", "--port-offset=5000", "--json=out/a=b.json");

        assertThat(options).isEqualTo(new BenchmarkOptions(9, 4, true, 5000, Path.of("out/a=b.json"), false));
    }

    @Test
    void explain_themselves() {
        assertThat(BenchmarkOptions.parse("--help").help()).isTrue();
        assertThat(BenchmarkOptions.parse("--seconds=1", "-h").help()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--second=3", "fast", "--seconds=many", "--seconds", "--seconds=0", "--connections=-1", "--json="
            })
    void refuse_what_they_do_not_understand(String argument) {
        assertThatThrownBy(() -> BenchmarkOptions.parse(argument))
                .isInstanceOf(BenchmarkException.class)
                .hasMessageContaining("./jazari bench --help");
    }
}
