package ma.jazari.events.mail;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * One look for mails to be sent. It starts what is to be sent and waits for a free hand, not for what is being sent: so one
 * that hangs holds up no other. One that is not taken is tried again later; in the end it is given up, and kept.
 */
@ApplicationScoped
public class MailRound {

    private static final Logger LOG = Logger.getLogger(MailRound.class);
    /** More answers than a server gives for one mail: so long nobody else takes it on. */
    private static final int ANSWERS = 10;

    private final Outbox outbox;
    private final Post post;
    private final Patience patience;
    private final Duration lease;
    private final Clock clock;
    private final MeterRegistry metrics;
    private final Semaphore hands;
    private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();

    MailRound(Outbox outbox, Post post, MailConfig config, Clock clock, MeterRegistry metrics) {
        this.outbox = outbox;
        this.post = post;
        this.patience = new Patience(config.firstPause(), config.longestPause(), config.tryFor());
        this.lease = config.timeout().multipliedBy(ANSWERS);
        this.clock = clock;
        this.metrics = metrics;
        this.hands = new Semaphore(config.atOnce());
        Gauge.builder("jazari.mails.waiting", outbox, Outbox::waiting)
                .description("Mails that are to be sent")
                .register(metrics);
        Gauge.builder("jazari.mails.given.up", outbox, Outbox::givenUp)
                .description("Mails that could not be sent and are kept for somebody to look at")
                .register(metrics);
    }

    public void run() {
        try {
            boolean more = startNext();
            while (more) {
                more = startNext();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets what is being sent come to its end, for so long; nothing is started any more. */
    public void stop(Duration longest) {
        senders.shutdown();
        try {
            if (!senders.awaitTermination(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.info("mails are still being sent; they are tried again after the restart");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Says whether there was something to send. */
    private boolean startNext() throws InterruptedException {
        hands.acquire();
        Optional<Outbox.Taken> next = Optional.empty();
        try {
            next = outbox.take(lease);
            next.ifPresent(taken -> senders.execute(() -> carryOut(taken)));
            return next.isPresent();
        } finally {
            if (next.isEmpty()) {
                hands.release();
            }
        }
    }

    private void carryOut(Outbox.Taken taken) {
        try {
            attempt(taken);
        } catch (RuntimeException e) {
            LOG.errorf(
                    "what became of a mail could not be noted; it is sent again: about=%s: %s",
                    taken.mail().about(), SmtpFailure.describe(e));
        } finally {
            hands.release();
        }
    }

    private void attempt(Outbox.Taken taken) {
        try {
            post.send(taken.id(), taken.mail());
        } catch (AddressRefused e) {
            giveUp(taken, e);
            return;
        } catch (MessagingException | IOException | RuntimeException e) {
            failed(taken, e);
            return;
        }
        outbox.done(taken.id());
        count("sent");
    }

    /** Of the mail nothing is logged but what it is about: the rest is personal, and so may be the message of the failure. */
    private void failed(Outbox.Taken taken, Exception failure) {
        var pause = patience.pauseAfter(taken.attempts(), Duration.between(taken.writtenAt(), clock.instant()));
        if (pause.isEmpty()) {
            giveUp(taken, failure);
            return;
        }
        var reason = SmtpFailure.describe(failure);
        LOG.warnf(
                "a mail could not be sent, again in %d s: about=%s attempts=%d: %s",
                pause.get().toSeconds(), taken.mail().about(), taken.attempts(), reason);
        outbox.later(taken.id(), pause.get(), reason);
        count("later");
    }

    private void giveUp(Outbox.Taken taken, Exception failure) {
        var reason = SmtpFailure.describe(failure);
        LOG.errorf("a mail is given up: about=%s attempts=%d: %s", taken.mail().about(), taken.attempts(), reason);
        outbox.giveUp(taken.id(), reason);
        count("given-up");
    }

    private void count(String outcome) {
        metrics.counter("jazari.mail.attempts", "outcome", outcome).increment();
    }
}
