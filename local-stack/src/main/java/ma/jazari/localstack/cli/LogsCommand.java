package ma.jazari.localstack.cli;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import ma.jazari.localstack.LocalStackException;
import ma.jazari.localstack.process.LogTail;
import ma.jazari.localstack.stack.StackOptions;

/** Shows the end of a part's log, and what is added to it. */
final class LogsCommand {

    private static final int LINES = 100;

    private final Console console;
    private final StackOptions options;

    LogsCommand(Console console, StackOptions options) {
        this.console = console;
        this.options = options;
    }

    int run(Command.Logs command) {
        var log = options.state().log(command.part());
        if (!Files.exists(log)) {
            throw new LocalStackException("There is no log of " + command.part() + ". There are: " + names());
        }
        var end = length(log);
        LogTail.lastLines(log, LINES).forEach(console::line);
        if (command.follow()) {
            follow(log, end);
        }
        return 0;
    }

    private void follow(Path log, long from) {
        var position = from;
        while (!Thread.currentThread().isInterrupted()) {
            var length = length(log);
            if (length > position) {
                console.raw(read(log, position, length));
            }
            position = length;
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        }
    }

    private static String read(Path log, long from, long to) {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            var bytes = new byte[(int) (to - from)];
            file.seek(from);
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new LocalStackException("Cannot read " + log + ": " + failure.getMessage(), failure);
        }
    }

    private static long length(Path log) {
        return log.toFile().length();
    }

    private String names() {
        try (var files = Files.list(options.state().logs())) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(".log"))
                    .map(name -> name.substring(0, name.length() - ".log".length()))
                    .sorted()
                    .collect(Collectors.joining(", "));
        } catch (IOException noLogs) {
            return "none yet";
        }
    }
}
