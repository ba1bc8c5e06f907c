package ma.jazari.benchmarks.records;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import ma.jazari.benchmarks.BenchmarkException;
import org.tukaani.xz.XZInputStream;

/** A dump of ROR, a JSON object a line; plain, {@code .gz} or {@code .xz}. */
public final class RorDump {

    private RorDump() {}

    /** All lines that are not blank. */
    public static List<String> lines(Path file) {
        try (var reader = open(file)) {
            return reader.lines().filter(line -> !line.isBlank()).toList();
        } catch (IOException failure) {
            throw unreadable(file, failure);
        }
    }

    static BufferedReader open(Path file) {
        try {
            var stored = new BufferedInputStream(Files.newInputStream(file));
            return new BufferedReader(new InputStreamReader(decompressed(file, stored), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw unreadable(file, failure);
        }
    }

    private static InputStream decompressed(Path file, InputStream stored) throws IOException {
        var name = String.valueOf(file.getFileName());
        if (name.endsWith(".xz")) {
            return new XZInputStream(stored);
        }
        return name.endsWith(".gz") ? new GZIPInputStream(stored) : stored;
    }

    static BenchmarkException unreadable(Path file, IOException failure) {
        return new BenchmarkException("Cannot read " + file + ": " + failure, failure);
    }
}
