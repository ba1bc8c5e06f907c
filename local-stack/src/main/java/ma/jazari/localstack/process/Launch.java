package ma.jazari.localstack.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How a process is started.
 *
 * @param name what messages call it
 * @param command the program and its arguments
 * @param environment added to this process's environment
 * @param directory where it runs
 * @param log the file that its output is added to
 */
public record Launch(String name, List<String> command, Map<String, String> environment, Path directory, Path log) {

    private static final long LARGE_LOG = 10L * 1024 * 1024;

    public Launch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    Process start() throws IOException {
        Files.createDirectories(directory);
        beginLog();
        var builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** Keeps one old log when it grew large, and marks where this run begins. */
    private void beginLog() throws IOException {
        if (!Files.isRegularFile(log) && Files.exists(log)) {
            return;
        }
        Files.createDirectories(Objects.requireNonNull(log.getParent()));
        if (Files.exists(log) && Files.size(log) > LARGE_LOG) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".old"), StandardCopyOption.REPLACE_EXISTING);
        }
        Files.writeString(
                log,
                "=== %s, started %s%n".formatted(name, Instant.now()),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }
}
