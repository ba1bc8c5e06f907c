package ma.jazari.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InstancesTest {

    private final Instance one = instance("one");
    private final Instance two = instance("two");
    private final Instance three = instance("three");
    private final Instances instances = new Instances(List.of(one, two, three));

    @Test
    void takes_turns_among_equals() {
        var taken = new HashMap<Instance, Integer>();
        for (int i = 0; i < 30; i++) {
            taken.merge(instances.next(null).orElseThrow(), 1, Integer::sum);
        }

        assertThat(taken).isEqualTo(Map.of(one, 10, two, 10, three, 10));
    }

    @Test
    void prefers_the_one_with_the_least_to_do() {
        one.began();
        two.began();
        two.began();
        three.began();
        three.ended();

        for (int i = 0; i < 3; i++) {
            assertThat(instances.next(null)).contains(three);
        }
    }

    @Test
    void passes_over_the_one_that_fails() {
        one.breaker().failed();

        for (int i = 0; i < 6; i++) {
            assertThat(instances.next(null)).get().isNotEqualTo(one);
        }
    }

    @Test
    void takes_another_than_the_one_that_has_just_failed_if_there_is_one() {
        two.began();
        three.began();
        assertThat(instances.next(one)).get().isNotEqualTo(one);

        two.breaker().failed();
        three.breaker().failed();
        assertThat(instances.next(one)).contains(one);
    }

    @Test
    void has_none_while_all_fail() {
        instances.all().forEach(instance -> instance.breaker().failed());

        assertThat(instances.next(null)).isEmpty();
    }

    @Test
    void knows_the_port_of_a_scheme() {
        assertThat(new Instance(URI.create("https://service.example.org"), breaker()).port())
                .isEqualTo(443);
        assertThat(new Instance(URI.create("http://service.example.org"), breaker()).port())
                .isEqualTo(80);
    }

    private static Instance instance(String name) {
        return new Instance(URI.create("http://" + name + ":8081"), breaker());
    }

    private static Breaker breaker() {
        return new Breaker(1, Duration.ofHours(1), System::nanoTime);
    }
}
