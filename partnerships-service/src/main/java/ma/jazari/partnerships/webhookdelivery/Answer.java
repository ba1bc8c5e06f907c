package ma.jazari.partnerships.webhookdelivery;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What came of one attempt.
 *
 * @param status the HTTP status; null if there was no answer
 * @param error what went wrong; null after a success
 * @param retryAfter how long the receiver asked to wait
 */
record Answer(
        @Nullable Integer status, @Nullable String error, @Nullable Duration retryAfter, Instant at, Duration took) {

    private static final int GONE = 410;
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

    static Answer of(int status, @Nullable String retryAfter, Instant at, Duration took) {
        var error = status / 100 == 2 ? null : "The receiver answered " + status + ".";
        return new Answer(status, error, pause(retryAfter, at.plus(took)), at, took);
    }

    static Answer none(String error, Instant at, Duration took) {
        return new Answer(null, error, null, at, took);
    }

    Instant end() {
        return at.plus(took);
    }

    /** Only 2xx is. */
    boolean isSuccess() {
        return error == null;
    }

    /** Whether the receiver wants no more messages at all. */
    boolean isGone() {
        return status != null && status == GONE;
    }

    /** Seconds or a date (RFC 9110, 10.2.3); what is neither says nothing. */
    private static @Nullable Duration pause(@Nullable String header, Instant now) {
        if (header == null) {
            return null;
        }
        if (SECONDS.matcher(header.trim()).matches()) {
            return Duration.ofSeconds(Long.parseLong(header.trim()));
        }
        try {
            var until = ZonedDateTime.parse(header.trim(), DateTimeFormatter.RFC_1123_DATE_TIME);
            return Duration.between(now, until.toInstant());
        } catch (DateTimeException e) {
            return null;
        }
    }
}
