package ma.jazari.platform.relay;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Publishes placed changes to Kafka in their order. Notes how far it has come after Kafka's acknowledgement, so that a
 * crash in between repeats messages and never leaves one out; consumers know a repeated one by its id.
 */
final class Publisher implements SingleActive.Work {

    // Serves the relay: along the primary key of change_sequence from where it stands, as far as a batch holds.
    private static final String NEXT =
            """
            select seq, id, type, subject_type, subject_id, at, actor, state, audience, traceparent, request_id,
                   causation_id, epoch, size_through
            from (
                select s.seq, c.id, c.type, c.subject_type, c.subject_id, c.at, c.actor, c.state::text as state,
                       array_to_string(c.audience, ',') as audience, c.traceparent, c.request_id, c.causation_id, k.epoch,
                       sum(octet_length(c.state::text)) over (order by s.seq) as size_through
                from (
                    select seq, position from change_sequence
                    where seq > (select published_through from relay_position) order by seq limit ?
                ) s join change_log c using (position), change_clock k
            ) batch
            where size_through - octet_length(state) < ?
            order by seq
            """;
    private static final long BATCH_BYTES = 4_000_000;

    private final Messages messages;
    private final int batch;
    private final Duration timeout;
    private final Supplier<Producer<String, byte[]>> producers;
    private @Nullable Producer<String, byte[]> producer;

    Publisher(Messages messages, int batch, Duration timeout, Supplier<Producer<String, byte[]>> producers) {
        this.messages = messages;
        this.batch = batch;
        this.timeout = timeout;
        this.producers = producers;
    }

    @Override
    public void begin() {
        producer = producers.get();
    }

    @Override
    public void end() {
        if (producer != null) {
            // What was not acknowledged is sent again from the log; what waits in this producer must not come later.
            producer.close(Duration.ZERO);
            producer = null;
        }
    }

    @Override
    public boolean step(Connection connection)
            throws SQLException, InterruptedException, ExecutionException, TimeoutException {
        var sent = new ArrayList<Future<RecordMetadata>>();
        long through = send(connection, sent);
        if (sent.isEmpty()) {
            return false;
        }
        awaitAll(sent);
        try (var update = connection.prepareStatement("update relay_position set published_through = ?")) {
            update.setLong(1, through);
            update.executeUpdate();
        }
        return true;
    }

    private long send(Connection connection, List<Future<RecordMetadata>> sent)
            throws SQLException, InterruptedException, ExecutionException {
        long through = 0;
        try (var select = connection.prepareStatement(NEXT)) {
            select.setInt(1, batch);
            select.setLong(2, BATCH_BYTES);
            try (ResultSet row = select.executeQuery()) {
                while (producer != null && row.next()) {
                    var acknowledgement = producer.send(messages.of(row));
                    if (acknowledgement.isDone()) {
                        // Fails at once while Kafka is away: no use in trying the rest of the batch.
                        acknowledgement.get();
                    }
                    sent.add(acknowledgement);
                    through = row.getLong("seq");
                }
            }
        }
        return through;
    }

    private void awaitAll(List<Future<RecordMetadata>> sent)
            throws InterruptedException, ExecutionException, TimeoutException {
        long deadline = System.nanoTime() + timeout.toNanos();
        for (var acknowledgement : sent) {
            acknowledgement.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        }
    }
}
