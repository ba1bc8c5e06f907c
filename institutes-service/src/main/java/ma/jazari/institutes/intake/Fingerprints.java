package ma.jazari.institutes.intake;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Which line said a text first, for a hundred thousand lines in a few megabytes: of each text 64 bits of its SHA-256 are
 * kept. Among a million texts, the chance that any two are mistaken for each other is one in thirty million.
 */
final class Fingerprints {

    private static final int FIRST_SIZE = 1024;
    private static final long NONE = 0;

    private long[] prints = new long[FIRST_SIZE];
    private int[] lines = new int[FIRST_SIZE];
    private int count;

    static long of(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            long print = ByteBuffer.wrap(digest).getLong();
            return print == NONE ? 1 : print;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** The line; 0 if there is none. */
    int line(long print) {
        return lines[slot(print)];
    }

    /** Notes the line, unless one is known already. */
    void put(long print, int line) {
        if ((count + 1) * 2 > prints.length) {
            grow();
        }
        int slot = slot(print);
        if (prints[slot] == NONE) {
            prints[slot] = print;
            lines[slot] = line;
            count++;
        }
    }

    private int slot(long print) {
        int slot = (int) print & (prints.length - 1);
        while (prints[slot] != NONE && prints[slot] != print) {
            slot = (slot + 1) & (prints.length - 1);
        }
        return slot;
    }

    private void grow() {
        var oldPrints = prints;
        var oldLines = lines;
        prints = new long[oldPrints.length * 2];
        lines = new int[prints.length];
        count = 0;
        for (int i = 0; i < oldPrints.length; i++) {
            if (oldPrints[i] != NONE) {
                put(oldPrints[i], oldLines[i]);
            }
        }
    }
}
