package ma.jazari.localstack.process;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends processes for certain. */
public final class Termination {

    private Termination() {}

    /** Asks any process, not only a child, to end, and kills it when it is still there after {@code patience}. */
    public static void stop(ProcessHandle process, Signal signal, Duration patience) {
        signal.sendTo(process.pid());
        // A stopped process takes no signal but this one.
        Signal.CONT.sendTo(process.pid());
        await(process, patience);
    }

    /** Waits for a process that was asked to end, and kills it when it is still there after {@code patience}. */
    static void await(ProcessHandle process, Duration patience) {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException tooSlow) {
            kill(process);
        } catch (InterruptedException interruption) {
            kill(process);
            Thread.currentThread().interrupt();
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void kill(ProcessHandle process) {
        process.destroyForcibly();
        process.onExit().join();
    }
}
