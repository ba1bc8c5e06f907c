package ma.jazari.localstack.stack;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import ma.jazari.localstack.LocalStackException;
import ma.jazari.localstack.process.OwnedProcess;
import ma.jazari.localstack.process.ProcessIdentity;
import ma.jazari.localstack.process.Readiness;
import ma.jazari.localstack.run.PartState;
import org.jspecify.annotations.Nullable;

/**
 * One running part of a stack. When its process ends by itself, it is started again after a pause that grows; when it was
 * stopped or killed through this class, it stays down until {@link #start()}.
 */
public final class Part {

    private final PartDefinition definition;
    private final PartNotes notes;
    private final StackListener listener;
    private final Backoff backoff = new Backoff();

    private boolean wanted;
    private int restarts;
    private @Nullable OwnedProcess process;
    private @Nullable Thread reviver;
    private long readySince;

    Part(PartDefinition definition, PartNotes notes, StackListener listener) {
        this.definition = definition;
        this.notes = notes;
        this.listener = listener;
    }

    public String name() {
        return definition.name();
    }

    /** Whether it does its work right now, asked of the part itself. */
    public boolean isReady() {
        return definition.probe().isReady();
    }

    /** Of its process; empty while it has none. */
    public Optional<ProcessIdentity> identity() {
        return Optional.ofNullable(current()).filter(OwnedProcess::isAlive).map(OwnedProcess::identity);
    }

    /** How often it ended by itself and was started again. */
    public synchronized int restarts() {
        return restarts;
    }

    /** Returns when the part is ready. */
    public void start() {
        synchronized (this) {
            if (wanted) {
                return;
            }
            wanted = true;
        }
        try {
            definition.prepare(text -> listener.begun(name(), text));
            launch();
            definition.whenReady(text -> listener.begun(name(), text));
        } catch (RuntimeException failure) {
            stop();
            throw failure;
        }
        ready();
    }

    /** Asks the process to end, and kills it if it takes too long; the part stays down. */
    public void stop() {
        // Whoever is interrupted while it starts a part still gives the part its time to end.
        var interrupted = Thread.interrupted();
        var running = giveUp();
        if (running != null) {
            running.stop(definition.stopSignal(), definition.stopLimit());
        }
        notes.write(PartState.STOPPED, null, restarts(), null);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** SIGKILL; the part stays down. To see it started again, kill the process {@link #identity()} from outside. */
    public void kill() {
        var running = giveUp();
        if (running != null) {
            running.kill();
        }
        notes.write(PartState.STOPPED, null, restarts(), "killed on request");
    }

    /** SIGSTOP: it hangs with its connections open. */
    public void pause() {
        Optional.ofNullable(current()).ifPresent(OwnedProcess::pause);
    }

    /** SIGCONT. */
    public void resume() {
        Optional.ofNullable(current()).ifPresent(OwnedProcess::resume);
    }

    private void launch() {
        listener.begun(name(), "starting");
        var started = OwnedProcess.start(definition.launch());
        synchronized (this) {
            process = started;
        }
        notes.write(PartState.STARTING, started.identity(), restarts(), null);
        try {
            Readiness.await(started, definition.probe(), definition.startLimit());
        } catch (InterruptedException interruption) {
            started.stop(definition.stopSignal(), definition.stopLimit());
            Thread.currentThread().interrupt();
            throw new LocalStackException("Starting " + name() + " was interrupted", interruption);
        } catch (LocalStackException failure) {
            started.kill();
            throw failure;
        }
    }

    private void ready() {
        var running = Optional.ofNullable(current())
                .orElseThrow(() -> new LocalStackException(name() + " was stopped while it started"));
        synchronized (this) {
            readySince = System.nanoTime();
        }
        notes.write(PartState.READY, running.identity(), restarts(), null);
        listener.done(name(), "ready");
        var unused = running.onExit().thenAccept(code -> ended(running, code));
    }

    private synchronized void ended(OwnedProcess which, int exitCode) {
        if (wanted && which.equals(process)) {
            reviver = Thread.ofVirtual()
                    .name("revive-" + name())
                    .start(() -> revive("ended (exit code " + exitCode + ")"));
        }
    }

    private void revive(String why) {
        var pause = backoff.after(Duration.ofNanos(System.nanoTime() - sinceReady()));
        var note = why + "; starting it again in " + pause.toSeconds() + " s, log: " + log();
        notes.write(PartState.WAITING, null, restarts(), note);
        listener.note(name(), note);
        LockSupport.parkNanos(this, pause.toNanos());
        if (!countRestart()) {
            return;
        }
        try {
            launch();
            ready();
        } catch (LocalStackException failure) {
            if (isWanted()) {
                revive("did not start: " + firstLine(failure));
            }
        }
    }

    /** False when the part is not wanted any more. */
    private synchronized boolean countRestart() {
        if (wanted) {
            restarts++;
        }
        return wanted;
    }

    /**
     * Its process, which is this part's no more: that it ends is told late, and must not start again what was started anew
     * meanwhile.
     */
    private @Nullable OwnedProcess giveUp() {
        Thread reviving;
        synchronized (this) {
            wanted = false;
            reviving = reviver;
            reviver = null;
        }
        if (reviving != null && !reviving.equals(Thread.currentThread())) {
            reviving.interrupt();
            joinQuietly(reviving);
        }
        synchronized (this) {
            var last = process;
            process = null;
            return last;
        }
    }

    private static void joinQuietly(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }

    private static String firstLine(LocalStackException failure) {
        return Objects.requireNonNullElse(failure.getMessage(), "")
                .lines()
                .findFirst()
                .orElse("");
    }

    private synchronized @Nullable OwnedProcess current() {
        return process;
    }

    private synchronized boolean isWanted() {
        return wanted;
    }

    private synchronized long sinceReady() {
        return readySince;
    }

    private String log() {
        return Optional.ofNullable(current())
                .map(running -> running.log().toString())
                .orElse("-");
    }
}
