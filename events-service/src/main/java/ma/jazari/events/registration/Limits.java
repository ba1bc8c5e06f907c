package ma.jazari.events.registration;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.problem.ProblemType;

/** What keeps queues from being filled with nobody, and the mailboxes of others from being filled by anybody. */
@ApplicationScoped
class Limits {

    private final RegistrationRepository registrations;
    private final MailTally tally;
    private final RegistrationConfig config;

    Limits(RegistrationRepository registrations, MailTally tally, RegistrationConfig config) {
        this.registrations = registrations;
        this.tally = tally;
        this.config = config;
    }

    /** @throws Problem 409 where more wait than could ever come */
    void checkQueue(Desk desk) {
        var capacity = desk.capacity();
        if (capacity == null) {
            return;
        }
        long longest = Math.max(config.queueAtLeast(), (long) config.queuePerPlace() * capacity);
        if (desk.queued() > longest) {
            throw Problem.conflict("As many wait for a place at this program event as can (" + longest
                    + "). Try again when some of them have gone.");
        }
    }

    /**
     * Of a caller without an account.
     *
     * @throws Problem 409 where registrations by its address came to nothing too often at the event, 429 where it has
     *     caused enough mails today
     */
    void checkAnonymous(Desk desk, MailAddress address, Instant now) {
        if (registrations.ended(desk.programEventId(), address.mailbox()) >= config.anonymousReturns()) {
            throw Problem.conflict("Registrations by this address ended " + config.anonymousReturns()
                    + " times at this program event. To register by it once more, send an access token.");
        }
        if (!mayTell(address.mailbox(), now)) {
            throw Problem.of(
                            ProblemType.RATE_LIMITED,
                            "Callers without an account have caused " + config.anonymousMails()
                                    + " mails to this address today. Try again tomorrow, or send an access token.")
                    .retryAfter(Duration.between(now, tomorrow(now)));
        }
    }

    /** Whether one more mail may go to whom it is of because of a caller without an account; counts it. */
    boolean mayTell(Registration registration, Instant now) {
        var mailbox = registration.mailbox();
        return mailbox != null && mayTell(mailbox, now);
    }

    private boolean mayTell(String mailbox, Instant now) {
        return tally.count(mailbox, config.anonymousMails(), now);
    }

    private static Instant tomorrow(Instant now) {
        return MailTally.day(now).plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
