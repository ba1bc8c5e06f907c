package ma.jazari.localstack.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import ma.jazari.localstack.LocalStackException;
import ma.jazari.localstack.process.Tool;

/** Starts a process in a session of its own, so that Ctrl-C on this terminal does not reach it. */
final class DetachedProcess {

    private static final List<String> SETSID = List.of("setsid");
    private static final List<String> PERL =
            List.of("perl", "-e", "use POSIX; POSIX::setsid(); exec { $ARGV[0] } @ARGV or die", "--");

    private DetachedProcess() {}

    static Process start(List<String> command, Map<String, String> environment, Path log) {
        try {
            Files.createDirectories(Objects.requireNonNull(log.getParent()));
            var whole = new ArrayList<>(session());
            whole.addAll(command);
            var builder = new ProcessBuilder(whole)
                    .redirectInput(Path.of("/dev/null").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().putAll(environment);
            return builder.start();
        } catch (IOException failure) {
            throw new LocalStackException("Cannot start the supervisor: " + failure.getMessage(), failure);
        }
    }

    private static List<String> session() {
        if (Tool.succeeds(List.of("setsid", "true"))) {
            return SETSID;
        }
        if (Tool.succeeds(List.of("perl", "-e", "use POSIX"))) {
            return PERL;
        }
        throw new LocalStackException("Neither setsid (util-linux) nor perl is there to start a session. Install one.");
    }
}
