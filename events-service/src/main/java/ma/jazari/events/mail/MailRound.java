package ma.jazari.events.mail;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import ma.jazari.platform.retry.Failures;
import org.jboss.logging.Logger;

/** One look for mails to be sent. One that cannot be sent holds up no other, is tried again later, and given up in the end. */
@ApplicationScoped
public class MailRound {

    private static final Logger LOG = Logger.getLogger(MailRound.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);

    private final Outbox outbox;
    private final Post post;
    private final MailConfig config;

    MailRound(Outbox outbox, Post post, MailConfig config) {
        this.outbox = outbox;
        this.post = post;
        this.config = config;
    }

    public void run() {
        int sent;
        do {
            // Long enough for the whole batch, so that no other sender takes on what is still waiting here.
            var taken = outbox.take(config.batch(), config.timeout().multipliedBy(config.batch()));
            taken.forEach(this::send);
            sent = taken.size();
        } while (sent == config.batch());
    }

    private void send(Outbox.Taken taken) {
        try {
            post.send(taken.mail());
            outbox.done(taken.id());
        } catch (RuntimeException e) {
            failed(taken, e);
        }
    }

    /** Of the mail nothing is logged but what it is about: the rest is personal. */
    private void failed(Outbox.Taken taken, RuntimeException failure) {
        var about = taken.mail().about();
        var reason = Failures.rootMessage(failure).replace(taken.mail().to(), "(address)");
        if (taken.attempts() < config.attempts()) {
            LOG.warnf(
                    "a mail could not be sent, later again: about=%s attempts=%d: %s", about, taken.attempts(), reason);
            outbox.later(taken.id(), FIRST_PAUSE.multipliedBy(1L << (taken.attempts() - 1)));
        } else {
            LOG.errorf("a mail is given up: about=%s attempts=%d: %s", about, taken.attempts(), reason);
            outbox.done(taken.id());
        }
    }
}
