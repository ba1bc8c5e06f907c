package ma.jazari.partnerships.rorimport;

import java.util.List;
import ma.jazari.platform.problem.Violation;
import org.jspecify.annotations.Nullable;

/**
 * One record of a file, as it stands there.
 *
 * @param line from 1: of a file of lines its line, of an array its number
 * @param text UTF-8; null where it cannot be read
 * @param errors why not
 */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
record Piece(long line, byte @Nullable [] text, List<Violation> errors) {

    static Piece of(long line, byte[] text) {
        return new Piece(line, text, List.of());
    }

    static Piece refused(long line, String detail) {
        return new Piece(line, null, List.of(new Violation("", detail)));
    }

    int bytes() {
        return text == null ? 0 : text.length;
    }
}
