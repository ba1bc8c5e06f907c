package ma.jazari.platform.file;

import java.util.Locale;
import ma.jazari.platform.problem.Problem;

/** What the files of a record take up. */
public record FileUsage(int files, long bytes) {

    static final int MOST_FILES = 50;
    static final long MOST_BYTES = 209_715_200;

    /** @throws Problem 409 if the record cannot have another file */
    public void checkOneMore(FileWords words) {
        if (files >= MOST_FILES) {
            throw Problem.conflict(FileWords.atTheBeginning(words.owner()) + " has " + MOST_FILES + " " + words.many()
                    + " at most, and this one has them.");
        }
    }

    /** @throws Problem 409 if the record cannot have as much more */
    public void checkMore(long size, FileWords words) {
        if (bytes + size > MOST_BYTES) {
            throw Problem.conflict(String.format(
                    Locale.ROOT,
                    "The %s of %s have %,d bytes together at most; this one has %,d and would have %,d.",
                    words.many(),
                    words.owner(),
                    MOST_BYTES,
                    bytes,
                    bytes + size));
        }
    }
}
