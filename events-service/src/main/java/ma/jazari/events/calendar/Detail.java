package ma.jazari.events.calendar;

import java.util.Arrays;
import ma.jazari.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/** How much of program events is shown. */
enum Detail {
    EVENTS,
    /** Their sessions, too. */
    SESSIONS;

    static final String PARAMETER = "detail";

    /** @throws Problem 400 for what is no detail; absent is the events alone */
    static Detail of(@Nullable String given) {
        if (given == null) {
            return EVENTS;
        }
        return Arrays.stream(values())
                .filter(detail -> detail.name().equalsIgnoreCase(given))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(PARAMETER, "must be events or sessions"));
    }
}
