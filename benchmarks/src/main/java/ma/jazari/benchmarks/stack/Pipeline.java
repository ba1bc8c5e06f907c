package ma.jazari.benchmarks.stack;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import ma.jazari.benchmarks.BenchmarkException;
import ma.jazari.benchmarks.Progress;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** The way of a change after its commit: published by the relay, handled by the services that listen. */
public final class Pipeline implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration LONG_PAUSE = Duration.ofSeconds(2);
    /** How many changes on their way take so long that looking often would only disturb them. */
    private static final int MANY = 1000;

    private static final String UNPUBLISHED =
            """
            select (select count(*) from change_sequence where seq > (select published_through from relay_position))
                 + (select count(*) from change_log c, change_clock k
                    where c.tx >= k.settled_before
                      and not exists (select from change_sequence s where s.position = c.position))
            """;

    private final Progress progress;
    private final Connection database;
    private final String topics;
    private final Admin admin;

    private Pipeline(Registry registry, String database, String topics, Progress progress) {
        this.progress = progress;
        this.topics = topics;
        try {
            this.database = registry.connect(database);
        } catch (SQLException failure) {
            throw new BenchmarkException("PostgreSQL does not answer: " + failure.getMessage(), failure);
        }
        this.admin = Admin.create(Map.of("bootstrap.servers", registry.kafka()));
    }

    /** The way of changes of institutes. */
    public static Pipeline ofInstitutes(Registry registry, Progress progress) {
        return new Pipeline(registry, "institutes", "jazari.institutes", progress);
    }

    /** The way of changes of partners and conventions. */
    public static Pipeline ofPartnerships(Registry registry, Progress progress) {
        return new Pipeline(registry, "partnerships", "jazari.", progress);
    }

    /** The way of changes of program events, registrations, programmes and measurements. */
    public static Pipeline ofEvents(Registry registry, Progress progress) {
        return new Pipeline(registry, "events", "jazari.", progress);
    }

    public Admin admin() {
        return admin;
    }

    /** Waits until every change is published and handled, so that nothing of it disturbs what comes next. */
    public void awaitIdle() throws InterruptedException {
        awaitIdle(PATIENCE);
    }

    /** Waits as long as that at most; returns whether all is published and handled. */
    public boolean awaitIdle(Duration patience) throws InterruptedException {
        long begun = System.nanoTime();
        for (long open = open(); open > 0; open = open()) {
            if (System.nanoTime() - begun > patience.toNanos()) {
                progress.say("  changes are still on their way after " + patience.toSeconds() + " s: " + unpublished()
                        + " to publish, " + unhandled() + " to handle");
                return false;
            }
            Thread.sleep(open > MANY ? LONG_PAUSE : PAUSE);
        }
        return true;
    }

    private long open() throws InterruptedException {
        return unpublished() + unhandled();
    }

    private long unpublished() {
        try (var select = database.prepareStatement(UNPUBLISHED);
                var row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException failure) {
            throw new BenchmarkException("PostgreSQL does not answer: " + failure.getMessage(), failure);
        }
    }

    private long unhandled() throws InterruptedException {
        try {
            long sum = 0;
            for (var group : admin.listGroups(ListGroupsOptions.forConsumerGroups())
                    .all()
                    .get()) {
                var offsets = admin.listConsumerGroupOffsets(group.groupId())
                        .partitionsToOffsetAndMetadata()
                        .get();
                sum += behind(offsets);
            }
            return sum;
        } catch (ExecutionException failure) {
            throw new BenchmarkException("Kafka does not answer: " + failure.getMessage(), failure);
        }
    }

    private long behind(Map<TopicPartition, OffsetAndMetadata> offsets)
            throws ExecutionException, InterruptedException {
        var wanted = new HashMap<TopicPartition, OffsetSpec>();
        offsets.forEach((partition, offset) -> {
            if (partition.topic().startsWith(topics)) {
                wanted.put(partition, OffsetSpec.latest());
            }
        });
        long sum = 0;
        for (var end : admin.listOffsets(wanted).all().get().entrySet()) {
            var handled = offsets.get(end.getKey());
            sum += handled == null ? 0 : Math.max(0, end.getValue().offset() - handled.offset());
        }
        return sum;
    }

    @Override
    public void close() {
        admin.close();
        try {
            database.close();
        } catch (SQLException failure) {
            progress.say("A connection could not be closed: " + failure.getMessage());
        }
    }
}
