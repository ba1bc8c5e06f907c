package ma.jazari.platform.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that has arrived whole, on the disk until it is closed. A client may take minutes to send it; a transaction, with
 * its connection and its lock on a record, must not wait for that.
 */
public final class Upload implements AutoCloseable {

    /** How many bytes a file has at most. */
    public static final int MOST_BYTES = 20_971_520;

    private final Path file;

    private Upload(Path file) {
        this.file = file;
    }

    /**
     * Takes the body of a request.
     *
     * @throws ma.jazari.platform.problem.Problem 400 if it is empty, not whole or not of the declared type; 413 as soon as
     *     it is too large
     */
    public static Upload receive(FileType declared, FileWords words, InputStream body) throws IOException {
        var upload = new Upload(Files.createTempFile("jazari-upload-", null));
        try {
            upload.take(new ContentCheck(declared, words), body);
            return upload;
        } catch (IOException | RuntimeException e) {
            upload.close();
            throw e;
        }
    }

    /** The file's bytes, from the beginning. */
    public InputStream open() throws IOException {
        return Files.newInputStream(file);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }

    private void take(ContentCheck check, InputStream body) throws IOException {
        try (OutputStream to = Files.newOutputStream(file)) {
            for (var piece = body.readNBytes(FileBytes.CHUNK);
                    piece.length > 0;
                    piece = body.readNBytes(FileBytes.CHUNK)) {
                check.next(piece);
                to.write(piece);
            }
        }
        check.end();
    }
}
