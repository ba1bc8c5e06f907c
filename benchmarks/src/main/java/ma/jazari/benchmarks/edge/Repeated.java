package ma.jazari.benchmarks.edge;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A line over and over, so many bytes in all; the last one may be cut. */
final class Repeated extends InputStream {

    private final byte[] line;
    private long left;
    private int place;

    Repeated(String line, long bytes) {
        this.line = line.getBytes(StandardCharsets.UTF_8);
        this.left = bytes;
    }

    @Override
    public int read() {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        if (left == 0) {
            return -1;
        }
        int most = (int) Math.min(length, left);
        for (int done = 0; done < most; ) {
            int part = Math.min(most - done, line.length - place);
            System.arraycopy(line, place, buffer, offset + done, part);
            done += part;
            place = (place + part) % line.length;
        }
        left -= most;
        return most;
    }
}
