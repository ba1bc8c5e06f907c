package ma.jazari.partnerships.webhookdelivery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/** When the next attempt is made. */
final class Pacing {

    private final List<Duration> pauses;
    private final double jitter;
    private final Duration longestRetryAfter;
    private final DoubleSupplier chance;

    /**
     * @param pauses the pause before each attempt; the first is that before the first one
     * @param jitter the share of itself by which a pause is longer at most
     * @param chance from 0 to 1
     */
    Pacing(List<Duration> pauses, double jitter, Duration longestRetryAfter, DoubleSupplier chance) {
        this.pauses = List.copyOf(pauses);
        this.jitter = jitter;
        this.longestRetryAfter = longestRetryAfter;
        this.chance = chance;
    }

    /** The pause before the first attempt. */
    Duration first() {
        return pauses.getFirst();
    }

    /**
     * The pause after so many failures; empty if that was the last attempt.
     *
     * @param retryAfter what the receiver asked for; never shortens a pause
     */
    Optional<Duration> after(int failures, @Nullable Duration retryAfter) {
        if (failures >= pauses.size()) {
            return Optional.empty();
        }
        var pause = pauses.get(failures);
        var jittered = pause.plusMillis(Math.round((double) pause.toMillis() * jitter * chance.getAsDouble()));
        var asked = asked(retryAfter);
        return Optional.of(asked.compareTo(jittered) > 0 ? asked : jittered);
    }

    /** What the receiver asked for, as far as that is honoured. */
    Duration asked(@Nullable Duration retryAfter) {
        if (retryAfter == null || retryAfter.isNegative()) {
            return Duration.ZERO;
        }
        return retryAfter.compareTo(longestRetryAfter) > 0 ? longestRetryAfter : retryAfter;
    }
}
