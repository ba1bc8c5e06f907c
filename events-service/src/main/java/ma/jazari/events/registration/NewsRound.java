package ma.jazari.events.registration;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * One look for news of events that those who registered are still to be told. Each event is for itself, and goes on at the
 * next look where it failed.
 */
@ApplicationScoped
public class NewsRound {

    private static final Logger LOG = Logger.getLogger(NewsRound.class);

    private final DueNews due;
    private final RegistrationConfig config;

    NewsRound(DueNews due, RegistrationConfig config) {
        this.due = due;
        this.config = config;
    }

    public void run() {
        due.events(config.batch()).forEach(this::tell);
    }

    private void tell(UUID eventId) {
        try {
            boolean more = due.tellSome(eventId);
            while (more) {
                more = due.tellSome(eventId);
            }
        } catch (RuntimeException e) {
            LOG.errorf(e, "those who registered could not be told news: programEventId=%s", eventId);
        }
    }
}
