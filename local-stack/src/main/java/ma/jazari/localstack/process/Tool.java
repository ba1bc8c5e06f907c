package ma.jazari.localstack.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import ma.jazari.localstack.LocalStackException;

/** Runs a program to its end: initdb, Kafka's format, Keycloak's build. */
public final class Tool {

    private static final Duration ENOUGH_FOR_ANY = Duration.ofMinutes(15);

    private Tool() {}

    /** @throws LocalStackException with the last lines of {@code log} when the program fails */
    public static void run(Launch launch) {
        var process = OwnedProcess.start(launch);
        try {
            if (!process.waitFor(ENOUGH_FOR_ANY)) {
                process.kill();
                throw failed(launch, "did not end in " + ENOUGH_FOR_ANY.toMinutes() + " minutes");
            }
        } catch (InterruptedException interruption) {
            process.kill();
            Thread.currentThread().interrupt();
            throw new LocalStackException(launch.name() + " was interrupted", interruption);
        }
        var exit = process.onExit().join();
        if (exit != 0) {
            throw failed(launch, "failed (exit code " + exit + ")");
        }
    }

    /** Whether a program that says nothing ends well; false when it is not there. */
    public static boolean succeeds(List<String> command) {
        try {
            var nowhere = Path.of("/dev/null");
            var launch = new Launch(command.getFirst(), command, Map.of(), Path.of("/"), nowhere);
            return OwnedProcess.start(launch).onExit().join() == 0;
        } catch (LocalStackException absent) {
            return false;
        }
    }

    private static LocalStackException failed(Launch launch, String how) {
        return new LocalStackException("%s %s. Its last lines:%n%s%nThe whole log: %s"
                .formatted(launch.name(), how, LogTail.of(launch.log()), launch.log()));
    }
}
