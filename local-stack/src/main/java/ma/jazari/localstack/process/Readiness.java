package ma.jazari.localstack.process;

import java.time.Duration;
import ma.jazari.localstack.LocalStackException;

/** Waits until a process is ready, and says why it is not. */
public final class Readiness {

    private static final Duration PAUSE = Duration.ofMillis(100);

    private Readiness() {}

    /**
     * Returns when {@code probe} says yes.
     *
     * @throws LocalStackException when the process ends first, or the time is over (the process then still runs)
     */
    public static void await(OwnedProcess process, Probe probe, Duration limit) throws InterruptedException {
        var deadline = System.nanoTime() + limit.toNanos();
        while (!probe.isReady()) {
            if (process.waitFor(PAUSE)) {
                throw died(process);
            }
            if (System.nanoTime() > deadline) {
                throw slow(process, limit);
            }
        }
    }

    private static LocalStackException died(OwnedProcess process) {
        var exit = process.onExit().join();
        return new LocalStackException("%s ended at its start (exit code %d). Its last lines:%n%s%nThe whole log: %s"
                .formatted(process.name(), exit, LogTail.of(process.log()), process.log()));
    }

    private static LocalStackException slow(OwnedProcess process, Duration limit) {
        return new LocalStackException("%s was not ready after %d s. Its last lines:%n%s%nThe whole log: %s"
                .formatted(process.name(), limit.toSeconds(), LogTail.of(process.log()), process.log()));
    }
}
