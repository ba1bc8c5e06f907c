package ma.jazari.localstack.run;

import java.time.Instant;
import ma.jazari.localstack.process.ProcessIdentity;

/**
 * Who runs the stack.
 *
 * @param pid of the supervisor
 * @param processStart of the supervisor, in milliseconds since 1970
 * @param portOffset added to every port
 */
public record SupervisorRecord(long pid, long processStart, int portOffset) {

    public static SupervisorRecord ofThisProcess(int portOffset) {
        var identity = ProcessIdentity.of(ProcessHandle.current());
        return new SupervisorRecord(identity.pid(), identity.startedAt().toEpochMilli(), portOffset);
    }

    public ProcessIdentity identity() {
        return new ProcessIdentity(pid, Instant.ofEpochMilli(processStart));
    }
}
