package ma.jazari.localstack.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** How much memory a process and its children hold, pages that they share counted once where Linux tells. */
public final class ResidentMemory {

    private static final long KIB = 1024L;

    private ResidentMemory() {}

    public static long bytesOf(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .mapToLong(one -> bytesOf(one.pid()))
                .sum();
    }

    private static long bytesOf(long pid) {
        try {
            // Proportional: each of n processes that share a page counts 1/n of it.
            return kib(Files.readString(Path.of("/proc", Long.toString(pid), "smaps_rollup")), "Pss:");
        } catch (IOException notLinuxOrNotOurs) {
            return residentSet(pid);
        }
    }

    private static long residentSet(long pid) {
        try {
            var ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
            var output = new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            return output.isEmpty() ? 0 : Long.parseLong(output) * KIB;
        } catch (IOException noPs) {
            return 0;
        }
    }

    static long kib(String rollup, String field) {
        return rollup.lines()
                .filter(line -> line.startsWith(field))
                .map(line -> line.replaceAll("\\D", ""))
                .mapToLong(digits -> Long.parseLong(digits) * KIB)
                .findFirst()
                .orElse(0);
    }
}
