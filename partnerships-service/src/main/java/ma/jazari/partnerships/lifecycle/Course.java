package ma.jazari.partnerships.lifecycle;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import ma.jazari.partnerships.agreement.Agreement;
import ma.jazari.partnerships.agreement.PartyRef;
import ma.jazari.partnerships.agreement.Renewal;
import ma.jazari.partnerships.agreement.Renewal.RenewalMode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The course that a convention has taken since it is in force. Days begin at 00:00 UTC, which is Morocco's time.
 *
 * @param inForceSince the first day in force
 * @param endsOn the last day of the running term; null where it has no end
 * @param renewals how often it has been renewed since its end was last agreed
 * @param endedOn the day on which it was terminated or expired
 * @param remindedDays of the reminders before its end, how many days before it the last one was
 */
public record Course(
        @Nullable LocalDate inForceSince,
        @Nullable LocalDate endsOn,
        int renewals,
        @Nullable Notice notice,
        @Nullable Suspension suspension,
        @Nullable LocalDate endedOn,
        @Nullable Integer remindedDays) {

    public static final Course NOT_BEGUN = new Course(null, null, 0, null, null, null, null);

    /** The notice that a party gives to terminate where the text says nothing, in days. */
    static final int USUAL_NOTICE_DAYS = 90;

    /**
     * A party's notice that it terminates.
     *
     * @param terminatesOn the first day on which the convention is not in force any more
     */
    @Schema(name = "TerminationNotice")
    public record Notice(
            PartyRef party,
            @Schema(examples = "2026-12-01") LocalDate givenOn,
            @Schema(examples = "2027-03-01") LocalDate terminatesOn) {}

    /**
     * A time in which nothing lapses; what fell due meanwhile lapses when it is over.
     *
     * @param party who suspended; null for the network administrator
     */
    @Schema(name = "ConventionSuspension")
    public record Suspension(@Nullable PartyRef party, @Schema(examples = "2026-12-01") LocalDate since) {}

    /** In force from the day that the text names, or else from today. */
    public Course begun(Agreement agreement, LocalDate today) {
        var since = Objects.requireNonNullElse(agreement.effectiveFrom(), today);
        return new Course(since, agreement.effectiveTo(), 0, null, null, null, null);
    }

    /** On with an amended text: if it names another end, that is the end of the running term. */
    public Course amended(Agreement before, Agreement after) {
        return Objects.equals(before.effectiveTo(), after.effectiveTo())
                ? this
                : new Course(inForceSince, after.effectiveTo(), 0, notice, suspension, endedOn, null);
    }

    /** On for one more term, whose end keeps the day of the month that was agreed as far as months have it. */
    public Course renewed(Agreement agreement) {
        var end = Objects.requireNonNull(endsOn, "what has no end is not renewed");
        var renewal = Objects.requireNonNull(agreement.renewal(), "what is renewed says how");
        int months = Objects.requireNonNull(renewal.months(), "a renewal has a length");
        // The day after the end begins the next term, so that one to the end of February ends at the end of a month.
        var next = end.plusDays(1).plusMonths(months);
        int agreed = Objects.requireNonNullElse(agreement.effectiveTo(), end)
                .plusDays(1)
                .getDayOfMonth();
        var newEnd = next.withDayOfMonth(Math.min(agreed, next.lengthOfMonth())).minusDays(1);
        return new Course(inForceSince, newEnd, renewals + 1, notice, suspension, endedOn, null);
    }

    public Course noticed(@Nullable Notice given) {
        return new Course(inForceSince, endsOn, renewals, given, suspension, endedOn, remindedDays);
    }

    public Course suspended(@Nullable Suspension begun) {
        return new Course(inForceSince, endsOn, renewals, notice, begun, endedOn, remindedDays);
    }

    public Course ended(LocalDate day) {
        return new Course(inForceSince, endsOn, renewals, notice, suspension, day, remindedDays);
    }

    /** Reminded of its end; of reminders that were missed, the one nearest to the end stands for all. */
    public Course remindedBy(LocalDate today) {
        long left = ChronoUnit.DAYS.between(today, Objects.requireNonNull(endsOn, "what ends has an end"));
        int days = Deadlines.REMINDERS.stream()
                .filter(reminder -> left <= reminder)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return new Course(inForceSince, endsOn, renewals, notice, suspension, endedOn, days);
    }

    /** The earliest day on which a notice that is given today can terminate it. */
    public LocalDate earliestTermination(Agreement agreement, LocalDate today) {
        return today.plusDays(noticeDays(agreement));
    }

    static int noticeDays(Agreement agreement) {
        return Optional.ofNullable(agreement.renewal()).map(Renewal::noticeDays).orElse(USUAL_NOTICE_DAYS);
    }

    /** Whether it goes on by itself at the end of its term. */
    boolean isRenewedTacitly(Agreement agreement) {
        var renewal = agreement.renewal();
        return endsOn != null
                && renewal != null
                && renewal.mode() == RenewalMode.TACIT
                && renewals < Objects.requireNonNullElse(renewal.times(), 0);
    }

    /** Whether the parties may still agree to go on. */
    public boolean mayBeRenewed(Agreement agreement) {
        var renewal = agreement.renewal();
        return endsOn != null
                && renewal != null
                && renewal.months() != null
                && (renewal.times() == null || renewals < renewal.times());
    }
}
