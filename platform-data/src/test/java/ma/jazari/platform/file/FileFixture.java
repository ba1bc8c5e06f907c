package ma.jazari.platform.file;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;

/** Files, and what they are called. */
final class FileFixture {

    static final FileWords WORDS = new FileWords("an enclosure", "enclosures", "a letter");

    private static final byte[] END_OF_PDF = "\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

    private FileFixture() {}

    /** A PDF of this size, as far as anybody looks at it. */
    static byte[] pdf(int size) {
        var file = new byte[size];
        new Random(size).nextBytes(file);
        System.arraycopy("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII), 0, file, 0, 9);
        System.arraycopy(END_OF_PDF, 0, file, size - END_OF_PDF.length, END_OF_PDF.length);
        return file;
    }

    /** A file that begins like this and goes on with nothing in particular. */
    static byte[] beginningWith(String hex) {
        var beginning = HexFormat.of().parseHex(hex);
        return Arrays.copyOf(beginning, beginning.length + 100);
    }
}
