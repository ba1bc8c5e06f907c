package ma.jazari.partnerships.rorimport;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import ma.jazari.platform.bulk.Answer;
import org.jspecify.annotations.Nullable;

/** Keeps the client's connection moving while there is no answer yet. */
final class KeptAlive implements AutoCloseable {

    private final Answer answer;
    private final Duration every;
    private final CountDownLatch stop = new CountDownLatch(1);
    private @Nullable Thread thread;

    private KeptAlive(Answer answer, Duration every) {
        this.answer = answer;
        this.every = every;
    }

    static KeptAlive of(Answer answer, Duration every) {
        return new KeptAlive(answer, every);
    }

    void start() {
        answer.keepAlive();
        thread = Thread.ofVirtual().name("import-answer").start(this::beat);
    }

    private void beat() {
        try {
            while (!stop.await(every.toMillis(), TimeUnit.MILLISECONDS)) {
                answer.keepAlive();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** From then on the answer is the caller's alone. */
    @Override
    public void close() {
        stop.countDown();
        try {
            if (thread != null) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
