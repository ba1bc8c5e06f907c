package ma.jazari.localstack.stack;

import java.time.Duration;

/** How long to wait before a part is started again: 1 s, doubled each time up to 60 s, from the start after a good while. */
final class Backoff {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Duration GOOD_WHILE = Duration.ofMinutes(2);

    private Duration next = FIRST;

    /**
     * The pause after a part ended.
     *
     * @param worked for how long it had been ready
     */
    Duration after(Duration worked) {
        if (worked.compareTo(GOOD_WHILE) >= 0) {
            next = FIRST;
        }
        var pause = next;
        var doubled = next.multipliedBy(2);
        next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        return pause;
    }
}
