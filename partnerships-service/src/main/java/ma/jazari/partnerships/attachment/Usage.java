package ma.jazari.partnerships.attachment;

import java.util.Locale;
import ma.jazari.platform.problem.Problem;

/** What the attachments of a convention take up. */
record Usage(int attachments, long bytes) {

    static final int MOST_ATTACHMENTS = 50;
    static final long MOST_BYTES = 209_715_200;

    /** @throws Problem 409 if the convention cannot have another attachment */
    void checkOneMore() {
        if (attachments >= MOST_ATTACHMENTS) {
            throw Problem.conflict(
                    "A convention has " + MOST_ATTACHMENTS + " attachments at most, and this one has them.");
        }
    }

    /** @throws Problem 409 if the convention cannot have as much more */
    void checkMore(long size) {
        if (bytes + size > MOST_BYTES) {
            throw Problem.conflict(String.format(
                    Locale.ROOT,
                    "The attachments of a convention have %,d bytes together at most; this one has %,d and would have %,d.",
                    MOST_BYTES,
                    bytes,
                    bytes + size));
        }
    }
}
