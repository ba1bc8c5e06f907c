package ma.jazari.system;

import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import ma.jazari.system.harness.Answer;

/** How often a client sends a request. */
@FunctionalInterface
interface Attempts {

    Duration LIMIT = Duration.ofSeconds(90);
    Duration PAUSE = Duration.ofMillis(100);
    Set<Integer> PASSING = Set.of(502, 503, 504);

    Answer carryOut(Supplier<Answer> request);

    /** Whatever the answer is, it is the answer. */
    static Attempts once() {
        return Supplier::get;
    }

    /** Again while there is no answer, or one that says to try again. */
    static Attempts untilAnswered() {
        return request -> await().atMost(LIMIT)
                .pollDelay(Duration.ZERO)
                .pollInterval(PAUSE)
                .ignoreExceptionsInstanceOf(UncheckedIOException.class)
                .until(request::get, answer -> !isPassing(answer));
    }

    private static boolean isPassing(Answer answer) {
        return PASSING.contains(answer.status()) || answer.body().contains("/problems/request-in-progress");
    }
}
