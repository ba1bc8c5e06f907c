package ma.jazari.events.registration;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.problem.ProblemType;

/**
 * Where those stand in line who want something of one event's desk, the first who came first: here, with nothing in their
 * hands, and not at the database with a connection each, where nobody else would get one. The desk's lock is what keeps the
 * promises, across replicas, too.
 */
@ApplicationScoped
class Turns {

    /** Events that share a line are few. */
    private static final int LINES = 1024;

    private final Semaphore[] lines =
            IntStream.range(0, LINES).mapToObj(i -> new Semaphore(1, true)).toArray(Semaphore[]::new);
    private final RegistrationConfig config;

    Turns(RegistrationConfig config) {
        this.config = config;
    }

    /**
     * Does something when it is this one's turn.
     *
     * @throws Problem 503 where the line is too long, or its end is not reached in time; nothing was done then
     */
    <T, X extends Exception> T at(String eventId, Deed<T, X> deed) throws X {
        var line = lines[Math.floorMod(eventId.hashCode(), LINES)];
        if (line.getQueueLength() >= config.longestLine() || !isReached(line)) {
            throw Problem.of(
                            ProblemType.UNAVAILABLE,
                            "Many register for this program event just now. Try again in a moment.")
                    .retryAfter(config.comeBackAfter());
        }
        try {
            return deed.carryOut();
        } finally {
            line.release();
        }
    }

    private boolean isReached(Semaphore line) {
        try {
            return line.tryAcquire(config.longestWait().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What is done when it is somebody's turn. */
    interface Deed<T, X extends Exception> {
        T carryOut() throws X;
    }
}
