package ma.jazari.events.time;

import java.time.LocalDate;
import ma.jazari.platform.problem.Violations;

/** Days that records are about. */
public final class Days {

    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2199, 12, 31);

    private Days() {}

    /** Refuses a day that no record of the network can be about, and some databases cannot keep. */
    public static void check(String pointer, LocalDate day, Violations violations) {
        if (day.isBefore(FIRST) || day.isAfter(LAST)) {
            violations.add(pointer, "must be between " + FIRST + " and " + LAST);
        }
    }
}
