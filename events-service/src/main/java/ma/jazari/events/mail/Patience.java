package ma.jazari.events.mail;

import java.time.Duration;
import java.util.Optional;

/**
 * How often and how long it is tried to send a mail.
 *
 * @param first the pause after the first attempt; each is twice as long as the one before
 * @param longest no pause is longer
 * @param tryFor how long after it was written a mail is given up
 */
record Patience(Duration first, Duration longest, Duration tryFor) {

    private static final int MOST_DOUBLINGS = 30;

    /** The pause before the next attempt; none where there is none. */
    Optional<Duration> pauseAfter(int attempts, Duration age) {
        if (age.compareTo(tryFor) >= 0) {
            return Optional.empty();
        }
        var doubled = first.multipliedBy(1L << Math.clamp(attempts - 1L, 0, MOST_DOUBLINGS));
        return Optional.of(doubled.compareTo(longest) < 0 ? doubled : longest);
    }
}
