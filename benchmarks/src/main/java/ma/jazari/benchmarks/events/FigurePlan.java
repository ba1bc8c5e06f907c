package ma.jazari.benchmarks.events;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Which institute reports what for which week: all of them for the first week, then all for the next. Whatever is beyond
 * those that were planned can be reported, too.
 *
 * @param count of the measurements
 * @param institutes that report
 * @param first day of the first week
 */
record FigurePlan(int count, List<Host> institutes, LocalDate first) {

    /** Programmes that the institutes report to, parts of the one that is asked for. */
    static final int PARTS = 4;

    private static final int DAYS_A_WEEK = 7;
    /** So that more can be reported before these weeks end in the future. */
    private static final int WEEKS_LEFT = 20;

    private static final int FACTOR = 7_919;
    private static final int LARGEST = 100_000;

    FigurePlan {
        institutes = List.copyOf(institutes);
    }

    static FigurePlan of(int count, List<Host> institutes) {
        int weeks = count / institutes.size() + WEEKS_LEFT;
        return new FigurePlan(count, institutes, LocalDate.now(ZoneOffset.UTC).minusWeeks(weeks));
    }

    Host institute(int n) {
        return institutes.get(n % institutes.size());
    }

    /** Of the programmes, the one that it is reported to. */
    int part(int n) {
        return n % institutes.size() % PARTS;
    }

    LocalDate from(int n) {
        return first.plusWeeks(n / institutes.size());
    }

    LocalDate to(int n) {
        return from(n).plusDays(DAYS_A_WEEK - 1);
    }

    /** From 1, in no order. */
    String value(int n) {
        return String.valueOf(1 + (long) n * FACTOR % LARGEST);
    }
}
