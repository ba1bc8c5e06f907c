package ma.jazari.partnerships.webhookdelivery;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** Wakes one thread that waits for work; given while it works, it does not sleep next. */
final class Signal {

    private final BlockingQueue<Boolean> given = new ArrayBlockingQueue<>(1);

    void give() {
        var _ = given.offer(true);
    }

    void await(Duration longest) {
        try {
            var _ = given.poll(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
