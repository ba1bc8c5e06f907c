package ma.jazari.platform.bulk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The lines of a file, each held up to a bounded length; what is longer is passed over and marked. */
public final class PhysicalLines {

    private static final int BUFFER = 64 * 1024;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final InputStream in;
    private final int longest;
    private final byte[] buffer = new byte[BUFFER];
    private int position;
    private int end;
    private long number;

    public PhysicalLines(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /**
     * A line without its line feed.
     *
     * @param text null if it is not UTF-8, or too long
     * @param bytes its length, as far as it was kept
     */
    public record Physical(long number, @Nullable String text, int bytes, boolean isTooLong) {

        public boolean isBlank() {
            return text != null && text.isBlank();
        }
    }

    /** The next line; null at the end. */
    public @Nullable Physical next() throws IOException {
        var line = new ByteArrayOutputStream();
        boolean tooLong = false;
        boolean complete = false;
        while (!complete && fill()) {
            int feed = lineFeed();
            int until = feed < 0 ? end : feed;
            tooLong = tooLong || line.size() + until - position > longest;
            if (!tooLong) {
                line.write(buffer, position, until - position);
            }
            complete = feed >= 0;
            position = complete ? feed + 1 : end;
        }
        if (!complete && line.size() == 0 && !tooLong) {
            return null;
        }
        number++;
        return new Physical(number, tooLong ? null : text(line.toByteArray()), line.size(), tooLong);
    }

    private boolean fill() throws IOException {
        if (position == end) {
            position = 0;
            end = Math.max(0, in.read(buffer, 0, buffer.length));
        }
        return position < end;
    }

    private int lineFeed() {
        for (int i = position; i < end; i++) {
            if (buffer[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private @Nullable String text(byte[] bytes) {
        int from = number == 1 && startsWithMark(bytes) ? BYTE_ORDER_MARK.length : 0;
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static boolean startsWithMark(byte[] bytes) {
        return bytes.length >= BYTE_ORDER_MARK.length
                && bytes[0] == BYTE_ORDER_MARK[0]
                && bytes[1] == BYTE_ORDER_MARK[1]
                && bytes[2] == BYTE_ORDER_MARK[2];
    }
}
