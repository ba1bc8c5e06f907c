package ma.jazari.platform.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import ma.jazari.platform.kafka.KafkaAccess;
import ma.jazari.platform.retry.Failures;
import ma.jazari.platform.retry.Pauses;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Reads the topics that handlers ask for; each message is committed after it has had its effect. */
final class InboxReader {

    private static final Logger LOG = Logger.getLogger(InboxReader.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);
    // A rebalance must not come while a message waits for the database: five attempts and their pauses fit in easily.
    private static final int MAX_POLL_INTERVAL_MS = 600_000;

    private final String group;
    private final String metric;
    private final KafkaAccess kafka;
    private final Inbox inbox;
    private final List<MessageHandler> handlers;
    private final InboxConfig config;
    private final MeterRegistry metrics;
    private volatile @Nullable KafkaConsumer<String, byte[]> consumer;
    private volatile boolean stopping;
    private @Nullable Thread thread;

    /** @param name the handlers' own; empty for those that have none */
    InboxReader(
            String service,
            String name,
            KafkaAccess kafka,
            Inbox inbox,
            List<MessageHandler> handlers,
            InboxConfig config,
            MeterRegistry metrics) {
        this.group = name.isEmpty() ? service : service + "." + name;
        this.metric = name.isEmpty() ? "jazari.inbox.messages" : "jazari.inbox." + name + ".messages";
        this.kafka = kafka;
        this.inbox = inbox;
        this.handlers = handlers;
        this.config = config;
        this.metrics = metrics;
    }

    /** The consumer group, by which dead letters name who put them aside, too. */
    String group() {
        return group;
    }

    void start() {
        thread = Thread.ofPlatform().name("inbox of " + group).daemon().start(this::run);
    }

    void stop() throws InterruptedException {
        stopping = true;
        if (consumer != null) {
            consumer.wakeup();
        }
        if (thread != null) {
            thread.join(STOP_WITHIN);
            thread.interrupt();
        }
    }

    Set<String> topics(String suffix) {
        return handlers.stream()
                .flatMap(handler -> handler.topics().stream())
                .map(topic -> topic + suffix)
                .collect(Collectors.toUnmodifiableSet());
    }

    private void run() {
        var pauses = new Pauses(config.firstPause(), config.longestPause());
        try {
            while (!stopping) {
                if (attempt(pauses)) {
                    pauses.pause();
                }
            }
        } catch (InterruptedException e) {
            LOG.debugf("inbox of %s stops", group);
        }
    }

    /** Reads as long as it can; says whether a pause is due before the next attempt. */
    @SuppressWarnings("CatchingUnchecked") // an Error, too, must not end the thread unseen
    private boolean attempt(Pauses pauses) throws InterruptedException {
        try (var connected = connect(group);
                var deadLetters = new DeadLetters(kafka)) {
            consumer = connected;
            connected.subscribe(topics(""));
            read(connected, delivery(deadLetters), pauses);
            return false;
        } catch (WakeupException e) {
            return false;
        } catch (InterruptedException e) {
            throw e;
        } catch (Throwable e) {
            LOG.warnf(
                    "inbox of %s stopped, again in %d ms: %s",
                    group, pauses.next().toMillis(), Failures.rootMessage(e));
            return true;
        }
    }

    private void read(KafkaConsumer<String, byte[]> connected, Delivery delivery, Pauses pauses)
            throws InterruptedException, ExecutionException, TimeoutException {
        while (!stopping) {
            for (var received : connected.poll(POLL)) {
                delivery.deliver(received);
                commit(connected, received);
                pauses.reset();
            }
        }
    }

    Delivery delivery(DeadLetters deadLetters) {
        return new Delivery(
                group, inbox, handlers, config, deadLetters, outcome -> metrics.counter(metric, "outcome", outcome));
    }

    private static void commit(KafkaConsumer<String, byte[]> connected, ConsumerRecord<String, byte[]> done) {
        var partition = new TopicPartition(done.topic(), done.partition());
        // Asynchronous: a commit that is lost repeats messages that the inbox knows.
        connected.commitAsync(Map.of(partition, new OffsetAndMetadata(done.offset() + 1)), null);
    }

    KafkaConsumer<String, byte[]> connect(String consumerGroup) {
        return new KafkaConsumer<>(
                kafka.with(Map.of(
                        ConsumerConfig.GROUP_ID_CONFIG,
                        consumerGroup,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG,
                        MAX_POLL_INTERVAL_MS,
                        ConsumerConfig.METADATA_MAX_AGE_CONFIG,
                        10_000,
                        ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                        1_000)),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }
}
