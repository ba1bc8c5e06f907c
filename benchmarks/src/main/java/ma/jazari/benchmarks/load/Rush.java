package ma.jazari.benchmarks.load;

import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * Many clients at once, each with a request of its own over a connection of its own. Who is told to come back does so
 * when it was told to; all time is counted from when the rush began.
 */
public final class Rush {

    private static final int UNAVAILABLE = 503;
    private static final Duration LONGEST = Duration.ofMinutes(3);

    private final HttpLoad http;
    private final List<Call> calls;
    private final List<Buffer> answers;
    private final Histogram latencies = new Histogram(Latencies.DIGITS);
    private final Promise<Outcome> over = Promise.promise();
    private long begun;
    private int missing;
    private int sentAway;

    private Rush(HttpLoad http, List<Call> calls) {
        this.http = http;
        this.calls = calls;
        this.answers = new ArrayList<>(Collections.nCopies(calls.size(), Buffer.buffer()));
        this.missing = calls.size();
    }

    /**
     * What came of it.
     *
     * @param answers in the order of the calls
     * @param latencies in nanoseconds, each from the beginning of the rush
     * @param lasted until the last answer
     * @param sentAway how often somebody was told to come back
     */
    public record Outcome(List<Buffer> answers, Histogram latencies, Duration lasted, int sentAway) {

        public Outcome {
            answers = List.copyOf(answers);
        }

        public Round round() {
            return new Round(latencies, answers.size(), lasted);
        }
    }

    /** @throws ma.jazari.benchmarks.BenchmarkException when anybody has another answer than the expected one */
    public static Outcome of(List<Call> calls) throws InterruptedException {
        try (var http = new HttpLoad(calls.size())) {
            var rush = new Rush(http, calls);
            http.onThread(rush::begin);
            return HttpLoad.await(rush.over.future(), LONGEST);
        }
    }

    private void begin() {
        begun = System.nanoTime();
        for (int i = 0; i < calls.size(); i++) {
            send(i);
        }
    }

    private void send(int i) {
        http.askHere(calls.get(i)).onSuccess(answer -> take(i, answer)).onFailure(over::tryFail);
    }

    private void take(int i, Answer answer) {
        var pause = answer.header("Retry-After");
        if (answer.status() == UNAVAILABLE && pause != null) {
            sentAway++;
            http.later(Duration.ofSeconds(Long.parseLong(pause)), () -> send(i));
            return;
        }
        try {
            answers.set(i, answer.expectedOf(calls.get(i)));
        } catch (RuntimeException failure) {
            over.tryFail(failure);
            return;
        }
        latencies.recordValue(System.nanoTime() - begun);
        missing--;
        if (missing == 0) {
            var lasted = Duration.ofNanos(System.nanoTime() - begun);
            over.tryComplete(new Outcome(answers, latencies, lasted, sentAway));
        }
    }
}
