package ma.jazari.institutes.bulk;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** The body of an import: decompressed as it is read, counted, and cut where it grows too large. */
public final class Body extends FilterInputStream {

    private static final int BUFFER = 64 * 1024;
    private static final int GZIP_MAGIC_FIRST = 0x1f;
    private static final int GZIP_MAGIC_SECOND = 0x8b;

    private final InputStream raw;
    private final long limit;
    private volatile long count;

    private Body(InputStream raw, InputStream content, long limit) {
        super(content);
        this.raw = raw;
        this.limit = limit;
    }

    /** A body as it is. Waits for its first byte: a client that asks whether to go on is told so before the answer begins. */
    public static Body plain(InputStream raw, long limit) throws IOException {
        var body = new PushbackInputStream(raw);
        int first = body.read();
        if (first >= 0) {
            body.unread(first);
        }
        return new Body(raw, body, limit);
    }

    /**
     * A body in gzip.
     *
     * @throws BodyRefused if it does not begin as gzip does
     */
    public static Body gzip(InputStream raw, long limit) throws IOException {
        var body = new PushbackInputStream(raw, 2);
        var magic = body.readNBytes(2);
        if (magic.length < 2 || (magic[0] & 0xff) != GZIP_MAGIC_FIRST || (magic[1] & 0xff) != GZIP_MAGIC_SECOND) {
            throw new BodyRefused("Content-Encoding says gzip, and the body does not begin as gzip does.");
        }
        try {
            body.unread(magic);
            return new Body(raw, new GZIPInputStream(new NeverAtItsEnd(body), BUFFER), limit);
        } catch (EOFException | ZipException e) {
            throw broken(e);
        }
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
        if (count > limit) {
            throw new BodyRefused(String.format(
                    Locale.ROOT, "The file is larger than %,d bytes. Split it and import the parts.", limit));
        }
        return read;
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
}
