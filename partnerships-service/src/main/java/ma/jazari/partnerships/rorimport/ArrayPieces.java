package ma.jazari.partnerships.rorimport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import ma.jazari.platform.bulk.BodyRefused;
import org.jspecify.annotations.Nullable;

/**
 * A file that is one JSON array. Its elements are told apart by their brackets and commas and parsed one by one afterwards, so
 * that one that is wrong does not spoil the next, and none is held that is too long.
 */
final class ArrayPieces implements Pieces {

    private static final int BUFFER = 64 * 1024;

    private final InputStream in;
    private final int longest;
    private final byte[] buffer = new byte[BUFFER];
    private int position;
    private int end;
    private long number;
    private boolean isOver;

    /** @param in after the bracket that opens the array */
    ArrayPieces(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    @Override
    public @Nullable Piece next() throws IOException {
        if (isOver) {
            return null;
        }
        var element = new Element();
        while (!element.isComplete()) {
            element.add(read());
        }
        isOver = element.isLast();
        if (element.isEmpty() && isOver && number == 0) {
            return null;
        }
        number++;
        return element.isTooLong()
                ? Piece.refused(number, "is longer than " + longest + " bytes")
                : Piece.of(number, element.text());
    }

    private byte read() throws IOException {
        if (position == end) {
            position = 0;
            end = in.read(buffer, 0, BUFFER);
            if (end <= 0) {
                end = 0;
                throw new BodyRefused("The array is not closed: the file ends early.");
            }
        }
        return buffer[position++];
    }

    /** One element while it is read. */
    private final class Element {

        private final ByteArrayOutputStream text = new ByteArrayOutputStream();
        private int depth;
        private boolean inString;
        private boolean isEscaped;
        private boolean isTooLong;
        private boolean hasText;
        private byte ended;

        void add(byte next) {
            if (inString) {
                addToString(next);
            } else if (depth == 0 && (next == ',' || next == ']')) {
                ended = next;
                return;
            } else {
                inString = next == '"';
                depth += next == '{' || next == '[' ? 1 : 0;
                depth -= (next == '}' || next == ']') && depth > 0 ? 1 : 0;
            }
            keep(next);
        }

        private void addToString(byte next) {
            inString = isEscaped || next != '"';
            isEscaped = !isEscaped && next == '\\';
        }

        private void keep(byte next) {
            hasText = hasText || next > ' ' || next < 0;
            isTooLong = isTooLong || text.size() >= longest;
            if (hasText && !isTooLong) {
                text.write(next);
            }
        }

        boolean isComplete() {
            return ended != 0;
        }

        boolean isLast() {
            return ended == ']';
        }

        boolean isEmpty() {
            return !hasText;
        }

        boolean isTooLong() {
            return isTooLong;
        }

        byte[] text() {
            return text.toByteArray();
        }
    }
}
