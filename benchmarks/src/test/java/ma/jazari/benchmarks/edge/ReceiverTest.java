package ma.jazari.benchmarks.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ReceiverTest {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    @Test
    void takes_the_time_from_the_first_message_to_the_last() {
        var arrivals = new Receiver.Arrivals(3);

        arrivals.take("/0 a", 10 * SECOND);
        arrivals.take("/0 b", 11 * SECOND);
        assertThat(arrivals.perSecond().isComplete()).isFalse();
        arrivals.take("/1 a", 14 * SECOND);

        assertThat(arrivals.perSecond().result()).isEqualTo(0.5);
    }

    @Test
    void counts_a_message_that_comes_again_once() {
        var arrivals = new Receiver.Arrivals(2);

        arrivals.take("/0 a", SECOND);
        arrivals.take("/0 a", 2 * SECOND);

        assertThat(arrivals.perSecond().isComplete()).isFalse();
    }
}
