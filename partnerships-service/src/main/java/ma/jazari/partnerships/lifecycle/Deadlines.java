package ma.jazari.partnerships.lifecycle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import ma.jazari.partnerships.agreement.Agreement;
import ma.jazari.partnerships.agreement.Obligation;

/** The days that matter for a convention, from what is known of it; nothing is remembered but facts. */
public final class Deadlines {

    /** How many days before its end a convention says so. */
    static final List<Integer> REMINDERS = List.of(90, 30, 7);

    /** How many days before its day an obligation is said to be due soon. */
    static final int DUE_SOON_DAYS = 30;

    private Deadlines() {}

    /** What is known of a convention. */
    public record Facts(
            ConventionStatus status, Agreement agreement, Course course, List<ObligationFact> obligations) {}

    /** All that lies ahead, and what was missed. */
    public static List<Deadline> of(Facts facts) {
        var found = new ArrayList<Deadline>();
        switch (facts.status()) {
            case SIGNED -> start(facts, found);
            case IN_FORCE -> {
                end(facts, found);
                obligations(facts, found);
            }
            case TERMINATION_NOTICED -> {
                termination(facts, found);
                obligations(facts, found);
            }
            case SUSPENDED -> endOfSuspended(facts, found);
            case DRAFT, PROPOSED, APPROVED, TERMINATED, EXPIRED, REJECTED, WITHDRAWN -> {}
        }
        return found;
    }

    /** The one whose effect comes first, if its day has come. */
    public static Optional<Deadline> next(Facts facts, LocalDate today) {
        return of(facts).stream()
                .filter(deadline -> deadline.actsBy(today))
                .min(Comparator.comparing((Deadline deadline) -> Objects.requireNonNull(deadline.actsOn()))
                        .thenComparing(Deadline::kind)
                        .thenComparing(Deadline::key));
    }

    /** A text that names no day enters into force as soon as it is signed. */
    private static void start(Facts facts, List<Deadline> found) {
        found.add(Deadline.on(
                DeadlineKind.EFFECTIVE,
                Objects.requireNonNullElse(facts.agreement().effectiveFrom(), LocalDate.EPOCH)));
    }

    private static void end(Facts facts, List<Deadline> found) {
        var end = facts.course().endsOn();
        if (end == null) {
            return;
        }
        if (facts.course().isRenewedTacitly(facts.agreement())) {
            // Notice on this day terminates on the first day of the next term.
            found.add(Deadline.told(
                    DeadlineKind.NOTICE, end.plusDays(1).minusDays(Course.noticeDays(facts.agreement()))));
            found.add(Deadline.after(DeadlineKind.RENEWAL, end));
        } else {
            found.add(Deadline.after(DeadlineKind.EXPIRY, end));
            reminders(end, facts.course(), found);
        }
    }

    private static void reminders(LocalDate end, Course course, List<Deadline> found) {
        int reminded = Objects.requireNonNullElse(course.remindedDays(), Integer.MAX_VALUE);
        REMINDERS.stream()
                .filter(days -> days < reminded)
                .map(days -> new Deadline(
                        DeadlineKind.EXPIRY_REMINDER, days.toString(), null, end.minusDays(days), end.minusDays(days)))
                .forEach(found::add);
    }

    /** A notice that came too late for the end of the term lets it go on by itself once more. */
    private static void termination(Facts facts, List<Deadline> found) {
        var notice = Objects.requireNonNull(facts.course().notice(), "who is noticed has a notice");
        var end = facts.course().endsOn();
        if (end == null || !end.plusDays(1).isBefore(notice.terminatesOn())) {
            found.add(Deadline.on(DeadlineKind.TERMINATION, notice.terminatesOn()));
        } else if (facts.course().isRenewedTacitly(facts.agreement())) {
            found.add(Deadline.after(DeadlineKind.RENEWAL, end));
            found.add(Deadline.on(DeadlineKind.TERMINATION, notice.terminatesOn()));
        } else {
            found.add(Deadline.after(DeadlineKind.TERMINATION, end));
        }
    }

    private static void endOfSuspended(Facts facts, List<Deadline> found) {
        var end = facts.course().endsOn();
        if (end != null) {
            // Whoever suspends does not undo by it that it goes on by itself.
            boolean goesOn = facts.course().isRenewedTacitly(facts.agreement());
            found.add(Deadline.after(goesOn ? DeadlineKind.RENEWAL : DeadlineKind.TERMINATION, end));
        }
    }

    private static void obligations(Facts facts, List<Deadline> found) {
        for (var obligation : facts.agreement().obligations()) {
            facts.obligations().stream()
                    .filter(fact -> fact.key().equals(obligation.key()) && fact.isPending())
                    .findFirst()
                    .ifPresent(fact -> obligation(obligation, fact, found));
        }
    }

    private static void obligation(Obligation obligation, ObligationFact fact, List<Deadline> found) {
        var due = obligation.due();
        if (due == null) {
            return;
        }
        found.add(new Deadline(DeadlineKind.OBLIGATION, obligation.key(), obligation.party(), due, due.plusDays(1)));
        if (!fact.dueSoon()) {
            var soon = due.minusDays(DUE_SOON_DAYS);
            found.add(new Deadline(DeadlineKind.OBLIGATION_REMINDER, obligation.key(), obligation.party(), soon, soon));
        }
    }
}
