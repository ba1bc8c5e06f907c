package ma.jazari.platform.retry;

import java.time.Duration;

/** The pauses between attempts: each twice as long as the one before, up to the longest. For one thread. */
public final class Pauses {

    private final Duration first;
    private final Duration longest;
    private Duration next;

    public Pauses(Duration first, Duration longest) {
        this.first = first;
        this.longest = longest;
        this.next = first;
    }

    /** How long the next pause is. */
    public Duration next() {
        return next;
    }

    /** Waits, and makes the next pause longer. */
    public void pause() throws InterruptedException {
        Thread.sleep(next);
        var doubled = next.multipliedBy(2);
        next = doubled.compareTo(longest) > 0 ? longest : doubled;
    }

    /** Something has worked: the next pause is the first again. */
    public void reset() {
        next = first;
    }
}
