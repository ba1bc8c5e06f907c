package ma.jazari.platform.test;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Files as clients upload them. */
public final class SampleFiles {

    private static final byte[] BEGINNING_OF_PDF = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END_OF_PDF = "\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

    private SampleFiles() {}

    /** A PDF of this size, as far as anybody looks at it; the same for the same size. */
    public static byte[] pdf(int size) {
        var file = new byte[size];
        new Random(size).nextBytes(file);
        System.arraycopy(BEGINNING_OF_PDF, 0, file, 0, BEGINNING_OF_PDF.length);
        System.arraycopy(END_OF_PDF, 0, file, size - END_OF_PDF.length, END_OF_PDF.length);
        return file;
    }
}
