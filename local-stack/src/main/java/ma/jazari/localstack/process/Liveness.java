package ma.jazari.localstack.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether a process that need not be a child of ours still runs. */
final class Liveness {

    private Liveness() {}

    /** A process that ended and whose parent has not asked for its exit code yet is in the list of processes, and dead. */
    static boolean isAlive(ProcessHandle process) {
        return process.isAlive() && !isZombie(process.pid());
    }

    private static boolean isZombie(long pid) {
        try {
            var stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            return stat.substring(stat.lastIndexOf(')') + 1).startsWith(" Z");
        } catch (IOException noProcOrNoProcess) {
            return false;
        }
    }
}
