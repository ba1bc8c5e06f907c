package ma.jazari.localstack.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A process named so that it is recognised later: pids are used again, a pid with its start is not.
 *
 * @param pid the process id
 * @param startedAt when the operating system started it
 */
public record ProcessIdentity(long pid, Instant startedAt) {

    /** The operating system's clock ticks and boot time round differently from one reading to the next. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    public static ProcessIdentity of(ProcessHandle handle) {
        return new ProcessIdentity(handle.pid(), handle.info().startInstant().orElse(Instant.EPOCH));
    }

    /** The running process that this names; empty when it ended, even if its pid runs again as something else. */
    public Optional<ProcessHandle> find() {
        return ProcessHandle.of(pid).filter(Liveness::isAlive).filter(this::isSame);
    }

    public boolean isAlive() {
        return find().isPresent();
    }

    private boolean isSame(ProcessHandle handle) {
        return matches(handle.info().startInstant().orElse(Instant.EPOCH));
    }

    boolean matches(Instant otherStart) {
        return Duration.between(startedAt, otherStart).abs().compareTo(TOLERANCE) <= 0;
    }
}
