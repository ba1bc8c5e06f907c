package ma.jazari.system;

import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import ma.jazari.system.harness.Answer;

/** Sends a request again while there is no answer, or one that says to try again. */
final class UntilAnswered implements Attempts {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Set<Integer> PASSING = Set.of(502, 503, 504);

    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();

    @Override
    public Answer carryOut(Supplier<Answer> request) {
        var answer = await().atMost(LIMIT)
                .pollDelay(Duration.ZERO)
                .pollInterval(PAUSE)
                .ignoreExceptionsInstanceOf(UncheckedIOException.class)
                .until(() -> send(request), given -> !isPassing(given));
        answered.incrementAndGet();
        return answer;
    }

    private Answer send(Supplier<Answer> request) {
        sent.incrementAndGet();
        return request.get();
    }

    /** How many attempts were in vain. */
    int repeated() {
        return sent.get() - answered.get();
    }

    private static boolean isPassing(Answer answer) {
        return PASSING.contains(answer.status()) || answer.body().contains("/problems/request-in-progress");
    }
}
