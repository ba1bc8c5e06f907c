package ma.jazari.localstack.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import ma.jazari.localstack.process.LogTail;
import ma.jazari.localstack.run.Step;
import ma.jazari.localstack.run.StepLog;

/** Shows a supervisor's steps while it lives. */
final class Follower {

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Console console;
    private final Progress progress;
    private final ProcessHandle supervisor;
    private final StepLog.Reader steps;
    private boolean ready;
    private boolean failed;
    private boolean stopped;

    Follower(Console console, ProcessHandle supervisor, StepLog.Reader steps) {
        this.console = console;
        this.progress = new Progress(console);
        this.supervisor = supervisor;
        this.steps = steps;
    }

    /** False when it gave up or went away instead. */
    boolean untilReady() {
        while (!ready && !failed && isAlive()) {
            showNext();
        }
        return ready;
    }

    /** 0 when it stopped as asked. */
    int untilGone(Path log) {
        while (isAlive()) {
            showNext();
        }
        showNext();
        if (stopped && !failed) {
            console.line("Stopped; nothing is left running.");
            return 0;
        }
        if (!failed) {
            console.error("The supervisor ended without a word. Its last lines:\n" + LogTail.of(log)
                    + "\nWhat it started may still run: ./jazari up starts again, ./jazari down ends all.");
        }
        return 1;
    }

    private void showNext() {
        for (var step : steps.next()) {
            progress.show(step);
            ready |= step.kind() == Step.Kind.READY;
            failed |= step.kind() == Step.Kind.FAILED;
            stopped |= step.kind() == Step.Kind.STOPPED;
        }
        progress.tick(System.currentTimeMillis());
    }

    /** Waits a moment for its end. */
    private boolean isAlive() {
        if (!supervisor.isAlive()) {
            return false;
        }
        supervisor
                .onExit()
                .completeOnTimeout(supervisor, PAUSE.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        return supervisor.isAlive();
    }
}
