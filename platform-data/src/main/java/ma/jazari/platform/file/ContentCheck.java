package ma.jazari.platform.file;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** Whether a file is what it is said to be, and not too large, piece by piece as it comes. */
final class ContentCheck {

    // Readers look for the end of a PDF in its last kilobyte: what was signed or mailed may have a little after it.
    private static final int TAIL = 1024;
    private static final String END_OF_PDF = "%%EOF";

    private final FileType declared;
    private final FileWords words;
    private long size;
    private byte[] tail = {};

    ContentCheck(FileType declared, FileWords words) {
        this.declared = declared;
        this.words = words;
    }

    /**
     * Looks at the next piece, the first of which holds the beginning that tells the type.
     *
     * @throws Problem 400 if the file is another than declared; 413 once it is too large
     */
    void next(byte[] piece) {
        if (size == 0) {
            checkType(Arrays.copyOf(piece, Math.min(piece.length, FileType.HEAD)));
        }
        size += piece.length;
        if (size > Upload.MOST_BYTES) {
            throw Problem.of(
                    ProblemType.TOO_LARGE,
                    String.format(
                            Locale.ROOT,
                            "%s has %,d bytes at most.",
                            FileWords.atTheBeginning(words.one()),
                            Upload.MOST_BYTES));
        }
        tail = lastOf(tail, piece);
    }

    /** @throws Problem 400 if the file is empty or is not there to its end */
    void end() {
        if (size == 0) {
            throw Problem.invalid("", "is empty: the body is the file itself");
        }
        if (declared == FileType.PDF && !new String(tail, StandardCharsets.ISO_8859_1).contains(END_OF_PDF)) {
            throw Problem.invalid("", "is not a whole PDF: " + END_OF_PDF + " is missing at its end");
        }
    }

    long size() {
        return size;
    }

    private void checkType(byte[] head) {
        var found = FileType.ofContent(head).orElse(null);
        if (found != declared) {
            throw Problem.invalid(
                    "Content-Type", "says " + declared.mediaType() + ", and the body is " + described(found));
        }
    }

    private static String described(@Nullable FileType found) {
        return found == null ? "of a type that is not known here" : found.mediaType();
    }

    private static byte[] lastOf(byte[] before, byte[] piece) {
        if (piece.length >= TAIL) {
            return Arrays.copyOfRange(piece, piece.length - TAIL, piece.length);
        }
        var joined = Arrays.copyOf(before, before.length + piece.length);
        System.arraycopy(piece, 0, joined, before.length, piece.length);
        return Arrays.copyOfRange(joined, Math.max(0, joined.length - TAIL), joined.length);
    }
}
