package ma.jazari.benchmarks.load;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Sends by the clock, whether or not what was sent before has been answered. Who measures from the time that something
 * was due, not from when it was sent, leaves no waiting out.
 */
public record OpenLoop(int perSecond) {

    private static final Duration LEAD = Duration.ofMillis(20);

    /** How often it sends in that time. */
    public int count(Duration duration) {
        return Math.toIntExact(duration.toMillis() * perSecond / TimeUnit.SECONDS.toMillis(1));
    }

    /** When the n-th one is due, from 0. */
    Instant due(Instant start, int n) {
        return start.plusNanos(n * TimeUnit.SECONDS.toNanos(1) / perSecond);
    }

    /** @param send is told when it was due, and must not wait */
    public void run(Duration duration, Consumer<Instant> send) throws InterruptedException {
        var start = Instant.now().plus(LEAD);
        for (int i = 0; i < count(duration); i++) {
            var due = due(start, i);
            Thread.sleep(Duration.between(Instant.now(), due));
            send.accept(due);
        }
    }
}
