package ma.jazari.benchmarks.delay;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import ma.jazari.benchmarks.BenchmarkException;
import ma.jazari.benchmarks.load.OpenLoop;
import org.jspecify.annotations.Nullable;

/** Changes made by the clock, and followed until the consumer has them. */
record ChangeStream(TopicTap tap, OpenLoop clock) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private record Sent(Instant due, Instant confirmed) {}

    List<Journey> run(ChangeSource source, Duration duration) throws InterruptedException {
        var sent = new ConcurrentHashMap<String, Sent>();
        var open = new CountDownLatch(clock.count(duration));
        var failure = new AtomicReference<@Nullable Throwable>();
        clock.run(duration, due -> source.change().whenComplete((id, failed) -> {
            if (failed == null) {
                sent.put(id, new Sent(due, Instant.now()));
            } else {
                failure.set(failed);
            }
            open.countDown();
        }));
        if (!open.await(PATIENCE.toSeconds(), TimeUnit.SECONDS) || failure.get() != null) {
            throw new BenchmarkException("Not every change was confirmed: " + failure.get(), failure.get());
        }
        tap.await(sent.keySet(), PATIENCE);
        return journeys(sent);
    }

    private List<Journey> journeys(Map<String, Sent> sent) {
        return sent.entrySet().stream()
                .map(entry -> journey(entry.getValue(), Objects.requireNonNull(tap.arrivalOf(entry.getKey()))))
                .toList();
    }

    private static Journey journey(Sent sent, TopicTap.Arrival arrival) {
        return new Journey(sent.due(), arrival.changedAt(), sent.confirmed(), arrival.at());
    }
}
