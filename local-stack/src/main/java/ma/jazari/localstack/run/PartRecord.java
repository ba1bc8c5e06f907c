package ma.jazari.localstack.run;

import java.time.Instant;
import java.util.List;
import ma.jazari.localstack.process.ProcessIdentity;
import org.jspecify.annotations.Nullable;

/**
 * What is noted about a part for other processes.
 *
 * @param pid of its process, 0 when it has none
 * @param processStart of its process, in milliseconds since 1970
 * @param ports that it listens on
 * @param restarts how often it ended by itself and was started again
 * @param note what happened last, when something did
 */
public record PartRecord(
        String name,
        PartState state,
        long pid,
        long processStart,
        List<Integer> ports,
        int restarts,
        @Nullable String note) {

    public ProcessIdentity identity() {
        return new ProcessIdentity(pid, Instant.ofEpochMilli(processStart));
    }
}
