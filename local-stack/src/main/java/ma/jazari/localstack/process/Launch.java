package ma.jazari.localstack.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    public Launch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    Process start() throws IOException {
        Files.createDirectories(directory);
        Files.createDirectories(Objects.requireNonNull(log.getParent()));
        var builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        return builder.start();
    }
}
