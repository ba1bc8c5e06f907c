package ma.jazari.localstack.process;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Ends processes for certain. */
public final class Termination {

    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Duration AFTER_KILL = Duration.ofSeconds(10);

    private Termination() {}

    /** Asks any process, not only a child, to end, and kills it when it is still there after {@code patience}. */
    public static void stop(ProcessHandle process, Signal signal, Duration patience) {
        signal.sendTo(process.pid());
        // A paused process takes no signal but this one.
        Signal.CONT.sendTo(process.pid());
        await(process, patience);
    }

    /** Waits for a process that was asked to end, and kills it when it is still there after {@code patience}. */
    static void await(ProcessHandle process, Duration patience) {
        if (!isGoneWithin(process, patience)) {
            process.destroyForcibly();
            isGoneWithin(process, AFTER_KILL);
        }
    }

    private static boolean isGoneWithin(ProcessHandle process, Duration limit) {
        var deadline = System.nanoTime() + limit.toNanos();
        while (Liveness.isAlive(process)) {
            if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
                return false;
            }
            process.onExit()
                    .completeOnTimeout(process, PAUSE.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        }
        return true;
    }
}
