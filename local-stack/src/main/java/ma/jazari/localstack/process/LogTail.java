package ma.jazari.localstack.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The end of a log, short enough for a message. */
public final class LogTail {

    private static final int LINES = 15;
    private static final int WIDTH = 240;
    private static final int BYTES = 64 * 1024;

    private LogTail() {}

    public static String of(Path log) {
        return lastLines(log, LINES).stream().map(LogTail::shortened).collect(Collectors.joining("\n"));
    }

    private static String shortened(String line) {
        return "    " + (line.length() <= WIDTH ? line : line.substring(0, WIDTH) + "…");
    }

    /** The last lines, at most {@code count} of them; empty when there is no log. */
    public static List<String> lastLines(Path log, int count) {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            var start = Math.max(0, file.length() - BYTES);
            var bytes = new byte[(int) (file.length() - start)];
            file.seek(start);
            file.readFully(bytes);
            var lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
            return lines.subList(Math.max(0, lines.size() - count), lines.size());
        } catch (IOException noLog) {
            return List.of();
        }
    }
}
