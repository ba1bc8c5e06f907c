package ma.jazari.events.programevent;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import ma.jazari.events.time.ZoneTimes;
import ma.jazari.platform.problem.Violations;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How one registers for a program event.
 *
 * @param opens wall time in the event's zone, or an instant; null for when the event is published
 * @param closes the same; null for when the event begins
 * @param capacity how many places there are; null for no limit
 * @param approval whether the organiser says yes or no to each
 * @param offerHours how long a place that became free is kept for the first who waits, in hours
 * @param retentionDays how long after the event personal data is kept, in days
 */
@Schema(description = "How one registers for the program event")
public record RegistrationSettings(
        @Nullable @Pattern(regexp = MOMENT, message = MOMENT_HINT) @Schema(
                        description = "Wall time in the event's zone, or an instant; absent for when it is published",
                        examples = "2026-01-02T09:00")
                String opens,
        @Nullable @Pattern(regexp = MOMENT, message = MOMENT_HINT) @Schema(
                        description = "Wall time in the event's zone, or an instant; absent for when it begins",
                        examples = "2026-01-11T18:00")
                String closes,
        @Nullable @Min(1) @Max(1_000_000) @Schema(description = "Absent for as many as come", examples = "300")
                Integer capacity,
        @Schema(description = "Whether the organiser says yes or no to each", defaultValue = "false") @Nullable Boolean approval,
        @Nullable @Min(1) @Max(720) @Schema(
                        description = "How long a place that became free is kept for the first who waits",
                        defaultValue = "24")
                Integer offerHours,
        @Nullable @Min(0) @Max(3650) @Schema(description = "How long after the event personal data is kept", defaultValue = "180")
                Integer retentionDays,
        @Schema(description = "Who may register", defaultValue = "PUBLIC") @Nullable Admission open,
        @Nullable @Size(max = 30) List<@NotNull @Valid Question> questions,
        @Schema(description = "What one agrees to; where there is such a text, a registration says `consent: true`")
                @Nullable @Size(max = 20) List<@NotNull @Valid Description> consent) {

    private static final String MOMENT =
            "(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}((:[0-9]{2})?(Z|[+-][0-9]{2}:[0-9]{2}))?";
    private static final String MOMENT_HINT =
            "must be a wall time in the event's zone such as 2026-01-02T09:00, or an instant such as 2026-01-02T08:00:00Z";
    private static final int OFFER_HOURS = 24;
    private static final int RETENTION_DAYS = 180;
    private static final int WALL_TIME_LENGTH = 16;

    /** The same with what it leaves out written out, so that equal ones compare as equal. */
    RegistrationSettings withDefaults() {
        return new RegistrationSettings(
                opens,
                closes,
                capacity,
                Boolean.TRUE.equals(approval),
                Objects.requireNonNullElse(offerHours, OFFER_HOURS),
                Objects.requireNonNullElse(retentionDays, RETENTION_DAYS),
                Objects.requireNonNullElse(open, Admission.PUBLIC),
                Objects.requireNonNullElse(questions, List.of()),
                Objects.requireNonNullElse(consent, List.of()));
    }

    /** The same for an event that is so much later. */
    RegistrationSettings moved(Duration by) {
        return new RegistrationSettings(
                later(opens, by),
                later(closes, by),
                capacity,
                approval,
                offerHours,
                retentionDays,
                open,
                questions,
                consent);
    }

    private static @Nullable String later(@Nullable String moment, Duration by) {
        if (moment == null) {
            return null;
        }
        return moment.length() > WALL_TIME_LENGTH
                ? OffsetDateTime.parse(moment).plus(by).toString()
                : LocalDateTime.parse(moment).plus(by).toString();
    }

    public Admission admission() {
        return Objects.requireNonNullElse(open, Admission.PUBLIC);
    }

    public boolean needsApproval() {
        return Boolean.TRUE.equals(approval);
    }

    public boolean needsConsent() {
        return consent != null && !consent.isEmpty();
    }

    public List<Question> questionsOrNone() {
        return Objects.requireNonNullElse(questions, List.of());
    }

    public Duration offerFor() {
        return Duration.ofHours(Objects.requireNonNullElse(offerHours, OFFER_HOURS));
    }

    public Duration retention() {
        return Duration.ofDays(Objects.requireNonNullElse(retentionDays, RETENTION_DAYS));
    }

    /** When one can register from; null for at once. */
    public @Nullable Instant opensAt(String zone, ZoneTimes zones) {
        return opens == null ? null : instant(opens, zone, zones);
    }

    /** When one can register until: when the event begins, at the latest. */
    public Instant closesAt(Instant start, String zone, ZoneTimes zones) {
        var at = closes == null ? start : instant(closes, zone, zones);
        return at.isAfter(start) ? start : at;
    }

    /** A wall time that the clocks jump over is the moment after. */
    private static Instant instant(String moment, String zone, ZoneTimes zones) {
        if (moment.length() > WALL_TIME_LENGTH) {
            return OffsetDateTime.parse(moment).toInstant();
        }
        return zones.moment(LocalDateTime.parse(moment), zone);
    }

    /** Adds what breaks a rule that spans several properties. */
    void check(Violations violations) {
        moment("/registration/opens", opens, violations);
        moment("/registration/closes", closes, violations);
        var keys = new HashSet<String>();
        var all = questionsOrNone();
        for (int i = 0; i < all.size(); i++) {
            var question = all.get(i);
            if (!keys.add(question.key())) {
                violations.add("/registration/questions/" + i + "/key", "is the key of another question, too");
            }
            if (question.isChoice() != (question.options() != null)) {
                violations.add(
                        "/registration/questions/" + i + "/options",
                        question.isChoice() ? "is required of a choice" : "must be absent where there is no choice");
            }
        }
    }

    private static void moment(String pointer, @Nullable String moment, Violations violations) {
        try {
            if (moment != null && moment.length() > WALL_TIME_LENGTH) {
                OffsetDateTime.parse(moment);
            } else if (moment != null) {
                LocalDateTime.parse(moment);
            }
        } catch (DateTimeException e) {
            violations.add(pointer, "is no date and time of the calendar");
        }
    }
}
