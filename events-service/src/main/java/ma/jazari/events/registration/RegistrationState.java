package ma.jazari.events.registration;

import java.util.Set;

/**
 * Where a registration stands, and where it can go from there.
 *
 * <pre>
 * (new)     -> CONFIRMED, WAITING; PENDING where the organiser says yes or no
 * PENDING   -> CONFIRMED or WAITING (yes, as there is a place or not), DECLINED, CANCELLED
 * WAITING   -> OFFERED (a place became free), DECLINED, CANCELLED
 * OFFERED   -> CONFIRMED (taken), CANCELLED (given back, or not taken in time), WAITING (the event is off)
 * CONFIRMED -> CANCELLED
 * </pre>
 */
public enum RegistrationState {
    CONFIRMED,
    PENDING,
    WAITING,
    OFFERED,
    DECLINED,
    CANCELLED;

    Set<RegistrationState> next() {
        return switch (this) {
            case PENDING -> Set.of(CONFIRMED, WAITING, DECLINED, CANCELLED);
            case WAITING -> Set.of(OFFERED, DECLINED, CANCELLED);
            case OFFERED -> Set.of(CONFIRMED, WAITING, CANCELLED);
            case CONFIRMED -> Set.of(CANCELLED);
            case DECLINED, CANCELLED -> Set.of();
        };
    }

    /** Whether nothing comes after it. */
    boolean isOver() {
        return next().isEmpty();
    }
}
