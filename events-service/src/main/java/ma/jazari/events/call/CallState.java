package ma.jazari.events.call;

import java.time.Instant;

/**
 * Where a call stands. That follows from the clock alone and is written nowhere: it is open from its opening on, and closed
 * from its deadline on, the very instant included.
 */
public enum CallState {
    UPCOMING,
    OPEN,
    CLOSED;

    public static CallState at(Instant now, Instant opening, Instant deadline) {
        if (now.isBefore(opening)) {
            return UPCOMING;
        }
        return now.isBefore(deadline) ? OPEN : CLOSED;
    }
}
