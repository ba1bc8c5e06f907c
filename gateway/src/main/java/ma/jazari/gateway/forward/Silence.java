package ma.jazari.gateway.forward;

import io.vertx.core.Vertx;
import java.time.Duration;

/** Notices when nothing has moved for too long. Moving costs a clock reading, not a timer. */
final class Silence {

    private final Vertx vertx;
    private final long limitNanos;
    private final Runnable noticed;
    private long lastMoved = System.nanoTime();
    private long timer;

    Silence(Vertx vertx, Duration limit, Runnable noticed) {
        this.vertx = vertx;
        this.limitNanos = limit.toNanos();
        this.noticed = noticed;
        schedule(limitNanos);
    }

    void broken() {
        lastMoved = System.nanoTime();
    }

    void stop() {
        vertx.cancelTimer(timer);
    }

    private void schedule(long nanos) {
        timer = vertx.setTimer(Math.max(1, nanos / 1_000_000), ignored -> look());
    }

    private void look() {
        long left = limitNanos - (System.nanoTime() - lastMoved);
        if (left <= 0) {
            noticed.run();
        } else {
            schedule(left);
        }
    }
}
