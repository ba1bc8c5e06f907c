package ma.jazari.platform.bulk;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/** The body of an import: decompressed as it is read, counted, and cut where it grows too large. */
public final class Body extends FilterInputStream {

    private static final int BUFFER = 64 * 1024;
    private static final int GZIP_MAGIC_FIRST = 0x1f;
    private static final int GZIP_MAGIC_SECOND = 0x8b;

    /** Below, a body may be as dense as it likes: a small file of the same text over and over is none that does harm. */
    private static final long DENSE_FROM = 10_000_000;

    private final InputStream raw;
    private final Bounds bounds;
    private final LongSupplier taken;
    private volatile long count;

    private Body(InputStream raw, InputStream content, Bounds bounds, LongSupplier taken) {
        super(content);
        this.raw = raw;
        this.bounds = bounds;
        this.taken = taken;
    }

    /**
     * What a body may become.
     *
     * @param bytes in all, decompressed
     * @param ratio how many bytes one compressed byte may become, on the whole
     */
    public record Bounds(long bytes, long ratio) {

        private static final long ANY = Long.MAX_VALUE;

        /** However dense it is. */
        public static Bounds of(long bytes) {
            return new Bounds(bytes, ANY);
        }

        private boolean isTooDense(long bytes, long compressed) {
            return ratio != ANY && bytes > DENSE_FROM && bytes / ratio > compressed;
        }
    }

    /** A body as it is. Waits for its first byte: a client that asks whether to go on is told so before the answer begins. */
    public static Body plain(InputStream raw, Bounds bounds) throws IOException {
        var body = new PushbackInputStream(raw);
        int first = body.read();
        if (first >= 0) {
            body.unread(first);
        }
        return new Body(raw, body, bounds, () -> Long.MAX_VALUE);
    }

    /**
     * A body in gzip.
     *
     * @throws BodyRefused if it does not begin as gzip does
     */
    public static Body gzip(InputStream raw, Bounds bounds) throws IOException {
        var compressed = new Counted(raw);
        var body = new PushbackInputStream(compressed, 2);
        var magic = body.readNBytes(2);
        if (magic.length < 2 || (magic[0] & 0xff) != GZIP_MAGIC_FIRST || (magic[1] & 0xff) != GZIP_MAGIC_SECOND) {
            throw new BodyRefused("Content-Encoding says gzip, and the body does not begin as gzip does.");
        }
        try {
            body.unread(magic);
            var content = new GZIPInputStream(new NeverAtItsEnd(body), BUFFER);
            return new Body(raw, content, bounds, compressed::count);
        } catch (EOFException | ZipException e) {
            throw broken(e);
        }
    }

    /**
     * The first file in a zip that is wanted; what comes before it counts, too.
     *
     * @param wanted whether a file of this name is
     * @throws BodyRefused if there is none
     */
    public static Body zip(InputStream raw, Bounds bounds, Predicate<String> wanted) throws IOException {
        var compressed = new Counted(raw);
        var zip = new ZipInputStream(compressed);
        var body = new Body(raw, zip, bounds, compressed::count);
        try {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory() && wanted.test(entry.getName())) {
                    return body;
                }
                // Read, not skipped: what it becomes is bounded as everything else is.
                body.transferTo(OutputStream.nullOutputStream());
            }
        } catch (EOFException | ZipException | IllegalArgumentException e) {
            throw new BodyRefused("The zip is broken or ends early.");
        }
        throw new BodyRefused("The zip holds no file that can be imported.");
    }

    /** How many bytes were read, decompressed. */
    public long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread reads; others look at how far it is
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = readContent(into, offset, length);
        if (read > 0) {
            count += read;
        }
        refuseTooMuch();
        return read;
    }

    private void refuseTooMuch() throws BodyRefused {
        if (count > bounds.bytes()) {
            throw new BodyRefused(String.format(
                    Locale.ROOT, "The file is larger than %,d bytes. Split it and import the parts.", bounds.bytes()));
        }
        if (bounds.isTooDense(count, taken.getAsLong())) {
            throw new BodyRefused(
                    "The file becomes more than " + bounds.ratio() + " times as large when it is decompressed.");
        }
    }

    private int readContent(byte[] into, int offset, int length) throws IOException {
        try {
            return in.read(into, offset, length);
        } catch (EOFException | ZipException e) {
            throw broken(e);
        }
    }

    /** Throws away what is left of it, so that the answer reaches a client that is still sending. */
    public void discardRest() throws IOException {
        raw.transferTo(OutputStream.nullOutputStream());
    }

    private static BodyRefused broken(IOException cause) {
        return new BodyRefused("The gzip of the body is broken or ends early"
                + (cause.getMessage() == null ? "." : ": " + cause.getMessage() + "."));
    }

    /** GZIPInputStream takes "nothing available now" for the end of a file of several members. */
    private static final class NeverAtItsEnd extends FilterInputStream {

        NeverAtItsEnd(InputStream in) {
            super(in);
        }

        @Override
        public int available() {
            return 1;
        }
    }

    /** How much of the compressed body was taken. */
    private static final class Counted extends FilterInputStream {

        private long count;

        Counted(InputStream in) {
            super(in);
        }

        long count() {
            return count;
        }

        @Override
        public int read() throws IOException {
            int read = in.read();
            count += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = in.read(into, offset, length);
            count += Math.max(0, read);
            return read;
        }
    }
}
