package ma.jazari.system;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;

/** A stream of writes: a few clients who admit one institute after the other, each in four or five writes. */
final class Writing implements AutoCloseable {

    private static final int CLIENTS = 3;
    private static final int PACE_MILLIS = 150;
    private static final Duration LIMIT = Duration.ofSeconds(100);

    private final Institutes institutes;
    private final String word = Institutes.uniqueWord();
    private final AtomicInteger begun = new AtomicInteger();
    private final List<Held> finished = new CopyOnWriteArrayList<>();
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService clients = Executors.newScheduledThreadPool(CLIENTS);

    private Writing(Institutes institutes) {
        this.institutes = institutes;
    }

    static Writing to(Institutes institutes) {
        var writing = new Writing(institutes);
        for (int i = 0; i < CLIENTS; i++) {
            var unused = writing.clients.scheduleWithFixedDelay(writing::admitOne, 0, PACE_MILLIS, MILLISECONDS);
        }
        return writing;
    }

    /** In the name of each of its institutes, and in no other. */
    String word() {
        return word;
    }

    /** Goes on until that many more institutes are admitted. */
    void awaitAnother(int count) {
        var goal = finished.size() + count;
        await().atMost(LIMIT).until(() -> finished.size() >= goal || !failures.isEmpty());
        assertThat(failures).as("writes that failed").isEmpty();
    }

    /** Ends it when every client has finished its institute; what they admitted, as their last answers showed it. */
    List<Held> end() {
        close();
        assertThat(failures).as("writes that failed").isEmpty();
        assertThat(finished).as("institutes admitted").hasSize(begun.get());
        return List.copyOf(finished);
    }

    private void admitOne() {
        try {
            var number = begun.incrementAndGet();
            var admitted = institutes.active("Institut " + word + " " + number);
            var moved = institutes.patch(admitted, "{\"region\": \"MA-05\"}");
            finished.add(number % 2 == 0 ? institutes.move(moved, "SUSPENDED") : moved);
        } catch (RuntimeException | AssertionError failure) {
            failures.add(failure);
        }
    }

    @Override
    public void close() {
        clients.shutdown();
        try {
            if (!clients.awaitTermination(LIMIT.toSeconds(), SECONDS)) {
                clients.shutdownNow();
            }
        } catch (InterruptedException interruption) {
            clients.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
