package ma.jazari.gateway.upstream;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Keeps requests away from an instance that fails: after so many failures in a row nothing is sent to it for a while, or
 * until it says that it is ready; then a single request that shows whether it is well again.
 */
final class Breaker {

    private enum State {
        CLOSED,
        OPEN,
        PROBING
    }

    private final int most;
    private final long pauseNanos;
    private final LongSupplier nanos;
    private State state = State.CLOSED;
    private int failures;
    private long openUntil;

    /** @param nanos a clock that only goes forward */
    Breaker(int most, Duration pause, LongSupplier nanos) {
        this.most = most;
        this.pauseNanos = pause.toNanos();
        this.nanos = nanos;
    }

    /** Whether a request may be sent now. Whoever is told so says afterwards how it went, or that it left. */
    synchronized boolean admits() {
        if (state != State.CLOSED && left() <= 0) {
            state = State.PROBING;
            // One that takes long, such as an import, is not waited for.
            openUntil = nanos.getAsLong() + pauseNanos;
            return true;
        }
        return state == State.CLOSED;
    }

    synchronized void succeeded() {
        state = State.CLOSED;
        failures = 0;
    }

    synchronized void failed() {
        failures++;
        if (state == State.PROBING || (state == State.CLOSED && failures >= most)) {
            open(pauseNanos);
        }
    }

    /** The request ended without showing how the instance is, since its sender left. The next one may show it. */
    synchronized void abandoned() {
        if (state == State.PROBING) {
            open(0);
        }
    }

    /** The instance says that it is ready: the next request may show it. */
    synchronized void ready() {
        if (state == State.OPEN) {
            open(0);
        }
    }

    synchronized boolean isOpen() {
        return state != State.CLOSED;
    }

    /** How long nothing is sent yet. */
    synchronized Duration pause() {
        return state == State.OPEN ? Duration.ofNanos(Math.max(0, left())) : Duration.ZERO;
    }

    private void open(long forNanos) {
        state = State.OPEN;
        openUntil = nanos.getAsLong() + forNanos;
    }

    private long left() {
        return openUntil - nanos.getAsLong();
    }
}
