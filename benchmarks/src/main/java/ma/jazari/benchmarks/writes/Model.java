package ma.jazari.benchmarks.writes;

import org.jspecify.annotations.Nullable;

/**
 * A record after whose rows others are made.
 *
 * @param number what its names carry, and nothing else in its rows does
 */
record Model(String id, String number) {

    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int BITS_A_LETTER = 5;
    private static final int LETTERS = 6;
    private static final long ALL_IDS = 1L << (BITS_A_LETTER * LETTERS);
    /** Odd, so that multiples of it modulo a power of two meet every number once; large, so that they scatter. */
    private static final long SCATTER = 0x2545F491L;

    /** The same text of the n-th copy. */
    @Nullable String copied(@Nullable String text, String copyId, String copyNumber) {
        return text == null ? null : text.replace(id, copyId).replace(number, copyNumber);
    }

    /** Well-formed ids, different for different n, in no order, as the service's own are. */
    static String idOf(int n) {
        long scattered = n * SCATTER % ALL_IDS;
        var letters = new StringBuilder("j");
        for (int i = 0; i < LETTERS; i++) {
            letters.append(ALPHABET.charAt((int) (scattered & (ALPHABET.length() - 1))));
            scattered >>= BITS_A_LETTER;
        }
        return letters.append("00").toString();
    }
}
