package ma.jazari.partnerships.webhookdelivery;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import ma.jazari.partnerships.heard.HeardLog.Heard;
import ma.jazari.platform.retry.Failures;
import org.jboss.logging.Logger;

/**
 * Keeps deliveries going: one thread fills queues, one hands out what is due, and each attempt has a virtual thread of its
 * own, which does little but wait. All replicas do this; the database says whose turn it is.
 */
@Singleton
class Dispatcher {

    private static final Logger LOG = Logger.getLogger(Dispatcher.class);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

    private final Queues queues;
    private final Replays replays;
    private final Outgoing outgoing;
    private final Sender sender;
    private final Outcomes outcomes;
    private final DeliveryConfig config;
    private final Clock clock;
    private final MeterRegistry metrics;
    private final Semaphore free;
    private final Signal filling = new Signal();
    private final Signal sending = new Signal();
    private final ExecutorService attempts = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("webhook-attempt-", 0).factory());
    private volatile boolean stopping;

    Dispatcher(
            Queues queues,
            Replays replays,
            Outgoing outgoing,
            Sender sender,
            Outcomes outcomes,
            DeliveryConfig config,
            Clock clock,
            MeterRegistry metrics) {
        this.queues = queues;
        this.replays = replays;
        this.outgoing = outgoing;
        this.sender = sender;
        this.outcomes = outcomes;
        this.config = config;
        this.clock = clock;
        this.metrics = metrics;
        this.free = new Semaphore(config.atOnceInAll());
    }

    void start(@Observes StartupEvent started) {
        Thread.ofPlatform().name("webhook-queues").daemon().start(() -> run(this::fill, filling));
        Thread.ofPlatform().name("webhook-sending").daemon().start(() -> run(this::send, sending));
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        filling.give();
        sending.give();
        attempts.shutdown();
        // What is still on its way then is sent again by whoever finds its claim run out.
        if (!attempts.awaitTermination(STOP_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
            attempts.shutdownNow();
        }
    }

    void heard(@Observes(during = TransactionPhase.AFTER_SUCCESS) Heard heard) {
        filling.give();
    }

    void queued(@Observes(during = TransactionPhase.AFTER_SUCCESS) Queued queued) {
        filling.give();
        sending.give();
    }

    @SuppressWarnings("CatchingUnchecked") // an Error, too, must not end the thread unseen
    private void run(Work work, Signal signal) {
        while (!stopping) {
            boolean more = false;
            try {
                more = work.step();
            } catch (Throwable e) {
                LOG.warnf("webhooks: a step failed, again in %s: %s", config.every(), Failures.rootMessage(e));
            }
            if (!more) {
                signal.await(config.every());
            }
        }
    }

    private boolean fill() {
        boolean more = false;
        for (var webhook : queues.behind()) {
            more |= queues.advance(webhook);
        }
        for (var webhook : replays.running()) {
            more |= replays.advance(webhook);
        }
        sending.give();
        return more && !stopping;
    }

    private boolean send() {
        int most = free.availablePermits();
        if (most == 0) {
            return false;
        }
        var claims = outgoing.claim(most);
        for (var claim : claims) {
            free.acquireUninterruptibly();
            attempts.execute(() -> attempt(claim));
        }
        return !claims.isEmpty();
    }

    private void attempt(Claim claim) {
        try {
            var parcel = outgoing.load(claim);
            var answer = parcel.isPresent()
                    ? sender.send(parcel.get())
                    : Answer.none("Its text is not kept any more.", clock.instant(), Duration.ZERO);
            count(outcomes.note(claim, answer), answer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.errorf(e, "attempt failed: webhookId=%s messageId=%s", claim.webhookId(), claim.messageId());
        } finally {
            free.release();
            sending.give();
        }
    }

    private void count(String outcome, Answer answer) {
        var result = answer.isSuccess() ? "success" : answer.status() == null ? "no-answer" : "refused";
        metrics.timer("jazari.webhooks.attempts", "result", result).record(answer.took());
        if (!outcome.equals("PENDING")) {
            metrics.counter("jazari.webhooks.messages", "outcome", outcome).increment();
        }
    }

    /** Something to do; says whether there is more. */
    @FunctionalInterface
    private interface Work {
        boolean step();
    }
}
