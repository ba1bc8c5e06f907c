package ma.jazari.localstack.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import ma.jazari.localstack.LocalStackException;

/** A process that this one started and answers for. Its output is in a log file. */
public final class OwnedProcess {

    private final String name;
    private final Path log;
    private final Process process;
    private final ProcessIdentity identity;

    private OwnedProcess(String name, Path log, Process process) {
        this.name = name;
        this.log = log;
        this.process = process;
        this.identity = ProcessIdentity.of(process.toHandle());
    }

    public static OwnedProcess start(Launch launch) {
        try {
            return new OwnedProcess(launch.name(), launch.log(), launch.start());
        } catch (IOException failure) {
            throw new LocalStackException("Cannot start " + launch.name() + ": " + failure.getMessage(), failure);
        }
    }

    public String name() {
        return name;
    }

    public Path log() {
        return log;
    }

    public ProcessIdentity identity() {
        return identity;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Completed with the exit code when the process ends. */
    public CompletableFuture<Integer> onExit() {
        return process.onExit().thenApply(Process::exitValue);
    }

    /** Waits until the process is gone or the time is over; tells whether it is gone. */
    public boolean waitFor(Duration limit) throws InterruptedException {
        return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Asks it to end by {@code signal}, and kills it when it is still there after {@code patience}. */
    public void stop(Signal signal, Duration patience) {
        if (!process.isAlive()) {
            return;
        }
        signal.sendTo(process.pid());
        Termination.await(process.toHandle(), patience);
    }

    /** SIGKILL; returns when the process is gone. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Stops it where it stands, as a machine that hangs would. */
    public void pause() {
        Signal.STOP.sendTo(process.pid());
    }

    public void resume() {
        Signal.CONT.sendTo(process.pid());
    }
}
