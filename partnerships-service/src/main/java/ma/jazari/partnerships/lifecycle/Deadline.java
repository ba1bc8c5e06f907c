package ma.jazari.partnerships.lifecycle;

import java.time.LocalDate;
import ma.jazari.partnerships.agreement.PartyRef;
import org.jspecify.annotations.Nullable;

/**
 * A day that brings something.
 *
 * @param key of an obligation, its key; of a reminder of the end, how many days before it; else empty
 * @param party who must do something by then; null for all
 * @param due the day, as it is shown
 * @param actsOn the first day on which it has its effect; null where nothing follows from it
 */
public record Deadline(
        DeadlineKind kind, String key, @Nullable PartyRef party, LocalDate due, @Nullable LocalDate actsOn) {

    static Deadline on(DeadlineKind kind, LocalDate day) {
        return new Deadline(kind, "", null, day, day);
    }

    /** One whose day is the last of something, so that its effect comes the day after. */
    static Deadline after(DeadlineKind kind, LocalDate day) {
        return new Deadline(kind, "", null, day, day.plusDays(1));
    }

    /** One from which nothing follows. */
    static Deadline told(DeadlineKind kind, LocalDate day) {
        return new Deadline(kind, "", null, day, null);
    }

    /** The first day on which it has its effect. @throws IllegalStateException where nothing follows from it */
    public LocalDate effect() {
        if (actsOn == null) {
            throw new IllegalStateException("nothing follows from " + kind);
        }
        return actsOn;
    }

    boolean actsBy(LocalDate today) {
        return actsOn != null && !actsOn.isAfter(today);
    }
}
