package ma.jazari.partnerships.agreement;

import java.time.LocalDate;
import ma.jazari.platform.problem.Violations;
import org.jspecify.annotations.Nullable;

/** The days that agreements can name. Everything that is computed from them, a database can hold. */
public final class LegalDates {

    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private LegalDates() {}

    /** Adds a violation for a day that cannot be named. */
    public static void check(@Nullable LocalDate day, String pointer, Violations violations) {
        if (day != null && (day.isBefore(FIRST) || day.isAfter(LAST))) {
            violations.add(pointer, "must be a day from 1900 to 9999");
        }
    }
}
