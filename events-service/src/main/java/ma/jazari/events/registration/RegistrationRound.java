package ma.jazari.events.registration;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/**
 * One look for offers that were not taken in time, and for personal data that is no longer kept. Each event is for itself:
 * one that cannot be brought up to date holds up no other, and is tried again after a while.
 */
@ApplicationScoped
public class RegistrationRound {

    private static final Logger LOG = Logger.getLogger(RegistrationRound.class);

    private final DueRegistrations due;
    private final RegistrationConfig config;
    private final Clock clock;

    RegistrationRound(DueRegistrations due, RegistrationConfig config, Clock clock) {
        this.due = due;
        this.config = config;
        this.clock = clock;
    }

    public void run() {
        var now = clock.instant();
        due.withLapsedOffers(now, config.batch()).forEach(event -> carryOut(event, due::settle));
        due.toBeEnded(now, config.batch()).forEach(event -> carryOut(event, due::settle));
        due.toBeErased(now, config.batch()).forEach(event -> carryOut(event, due::eraseSome));
        due.forgetMails();
    }

    /** Goes on while there is more to do. */
    private void carryOut(UUID eventId, Predicate<UUID> work) {
        try {
            boolean more = work.test(eventId);
            while (more) {
                more = work.test(eventId);
            }
        } catch (RuntimeException e) {
            LOG.errorf(e, "registrations could not be brought up to date: programEventId=%s", eventId);
            due.leaveAlone(eventId);
        }
    }
}
