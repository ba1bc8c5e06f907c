package ma.jazari.platform.inbox;

import io.micrometer.core.instrument.Counter;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import ma.jazari.platform.retry.Failures;
import ma.jazari.platform.retry.Pauses;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** Brings one received message to its handlers: again while there is hope, to the dead letters when there is none. */
final class Delivery {

    private static final Logger LOG = Logger.getLogger(Delivery.class);

    private final String group;
    private final Inbox inbox;
    private final List<MessageHandler> handlers;
    private final InboxConfig config;
    private final DeadLetters deadLetters;
    private final Function<String, Counter> counters;

    Delivery(
            String group,
            Inbox inbox,
            List<MessageHandler> handlers,
            InboxConfig config,
            DeadLetters deadLetters,
            Function<String, Counter> counters) {
        this.group = group;
        this.inbox = inbox;
        this.handlers = handlers;
        this.config = config;
        this.deadLetters = deadLetters;
        this.counters = counters;
    }

    /** Returns when the message has had its effect, was passed over, or lies with the dead letters. */
    void deliver(ConsumerRecord<String, byte[]> received)
            throws InterruptedException, ExecutionException, TimeoutException {
        var pauses = new Pauses(config.firstPause(), config.longestPause());
        int attempt = 1;
        while (true) {
            try {
                count(handle(received));
                return;
            } catch (Message.UnreadableMessage e) {
                putAside(received, e);
                return;
            } catch (RuntimeException e) {
                // While the database is away, full or switched over, the message is not to blame.
                if (!Failures.isPassing(e) && inbox.databaseIsWell() && ++attempt > config.attempts()) {
                    putAside(received, e);
                    return;
                }
                LOG.debugf(e, "attempt failed, again in %s: messageTopic=%s", pauses.next(), received.topic());
                pauses.pause();
            }
        }
    }

    private String handle(ConsumerRecord<String, byte[]> received) {
        var message = Message.of(received);
        var handler = handlers.stream()
                .filter(candidate -> candidate.topics().contains(message.topic()) && candidate.knows(message.type()))
                .findFirst();
        if (handler.isEmpty()) {
            return "unknown";
        }
        return inTraceOf(message, () -> inbox.handleOnce(message, handler.get()) ? "handled" : "repeated");
    }

    private static String inTraceOf(Message message, Supplier<String> work) {
        var parent = GlobalOpenTelemetry.getPropagators()
                .getTextMapPropagator()
                .extract(Context.root(), message, new TraceHeader());
        var span = GlobalOpenTelemetry.getTracer("jazari-inbox")
                .spanBuilder(message.type())
                .setParent(parent)
                .setSpanKind(SpanKind.CONSUMER)
                .startSpan();
        MDC.put("messageId", message.id());
        try (var _ = span.makeCurrent()) {
            return work.get();
        } finally {
            span.end();
            MDC.remove("messageId");
        }
    }

    private void putAside(ConsumerRecord<String, byte[]> received, Throwable reason)
            throws InterruptedException, ExecutionException, TimeoutException {
        deadLetters.add(received, group, reason);
        LOG.errorf(
                reason,
                "message put aside: topic=%s partition=%d offset=%d",
                received.topic(),
                received.partition(),
                received.offset());
        count("dead");
    }

    private void count(String outcome) {
        counters.apply(outcome).increment();
    }

    private static final class TraceHeader implements TextMapGetter<Message> {
        @Override
        public Iterable<String> keys(Message message) {
            return List.of("traceparent");
        }

        @Override
        public @Nullable String get(@Nullable Message message, String key) {
            return message != null && key.equals("traceparent") ? message.traceparent() : null;
        }
    }
}
