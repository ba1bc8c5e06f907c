package ma.jazari.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import ma.jazari.benchmarks.BenchmarkException;
import org.junit.jupiter.api.Test;

class CallsTest {

    private static final Call ONE = Call.get(URI.create("http://localhost/v1/institutes?q=a"));
    private static final Call OTHER = Call.get(URI.create("http://localhost/v1/institutes?q=b"));

    @Test
    void repeat_one_call() {
        var calls = Calls.repeating(ONE);

        assertThat(Stream.generate(calls::next).limit(3)).map(Calls.Next::call).containsExactly(ONE, ONE, ONE);
    }

    @Test
    void go_through_all_calls_and_begin_again() {
        var calls = Calls.cycling(List.of(new Calls.Next(ONE, "name"), new Calls.Next(OTHER, "city")));

        assertThat(Stream.generate(calls::next).limit(5))
                .map(Calls.Next::kind)
                .containsExactly("name", "city", "name", "city", "name");
    }

    @Test
    void go_through_all_calls_once_and_say_when_none_is_left() {
        var calls = Calls.once(List.of(ONE, OTHER));

        assertThat(calls.next().call()).isEqualTo(ONE);
        assertThat(calls.next().call()).isEqualTo(OTHER);
        assertThatThrownBy(calls::next).isInstanceOf(BenchmarkException.class).hasMessageContaining("All 2");
    }

    @Test
    void are_sent_with_their_query() {
        assertThat(HttpLoad.target(URI.create("http://localhost:1/v1/institutes?q=F%C3%A8s+2&limit=1")))
                .isEqualTo("/v1/institutes?q=F%C3%A8s+2&limit=1");
        assertThat(HttpLoad.target(URI.create("http://localhost:1/v1/institutes")))
                .isEqualTo("/v1/institutes");
    }
}
