package ma.jazari.partnerships.evidence;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** A zip that is written while it is made, and knows what it has. */
final class Archive {

    private final ZipOutputStream zip;
    private final FileTime time;
    private final List<BundledFile> files = new ArrayList<>();

    /** @param at what all files are dated */
    Archive(OutputStream to, Instant at) {
        this.zip = new ZipOutputStream(to, StandardCharsets.UTF_8);
        this.time = FileTime.from(at);
        // Scans are compressed already, and nobody should wait for the rest.
        zip.setLevel(Deflater.BEST_SPEED);
    }

    void add(String name, String text) throws IOException {
        add(name, text.getBytes(StandardCharsets.UTF_8));
    }

    void add(String name, byte[] bytes) throws IOException {
        add(name, null, to -> to.write(bytes));
    }

    /** @param attachmentId of a file that is an attachment */
    void add(String name, @Nullable String attachmentId, Content content) throws IOException {
        var entry = new ZipEntry(name);
        entry.setLastModifiedTime(time);
        zip.putNextEntry(entry);
        var measured = new MeasuredOutput(zip);
        content.writeTo(measured);
        zip.closeEntry();
        files.add(new BundledFile(name, measured.size(), measured.sha256(), attachmentId));
    }

    /** What it has so far, in this order. */
    List<BundledFile> files() {
        return List.copyOf(files);
    }

    /** Ends it. One that could not be written to its end must not look as if it were whole, and is never ended. */
    void end() throws IOException {
        zip.close();
    }

    /** The bytes of a file. */
    interface Content {
        void writeTo(OutputStream to) throws IOException;
    }
}
