package ma.jazari.benchmarks.floor;

import java.util.Locale;

/** Under which id and number the rows of a model are written again. */
public record Copy(String id, String number) {

    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int BITS_A_LETTER = 5;
    private static final int LETTERS = 6;
    private static final long ALL_IDS = 1L << (BITS_A_LETTER * LETTERS);
    /** Odd, so that multiples of it modulo a power of two meet every number once; large, so that they scatter. */
    private static final long SCATTER = 0x2545F491L;

    /** Well-formed ids of institutes, different for different n, in no order, as the service's own are. */
    public static Copy ofInstitute(int n) {
        long scattered = n * SCATTER % ALL_IDS;
        var letters = new StringBuilder("j");
        for (int i = 0; i < LETTERS; i++) {
            letters.append(ALPHABET.charAt((int) (scattered & (ALPHABET.length() - 1))));
            scattered >>= BITS_A_LETTER;
        }
        return new Copy(letters.append("00").toString(), String.format(Locale.ROOT, "%010d", n));
    }

    /** Ids of conventions that rise, as the service's own do, and codes. */
    public static Copy ofConvention(int n) {
        return new Copy(risingId(n), String.format(Locale.ROOT, "CNV-2000-%010d", n));
    }

    /** Ids of registrations that rise, as the service's own do, and their numbers. */
    public static Copy ofRegistration(int n) {
        return new Copy(risingId(n), String.format(Locale.ROOT, "%010d", n));
    }

    /** A UUID that is larger the larger n is. */
    public static String risingId(int n) {
        return String.format(Locale.ROOT, "019ab000-0000-7000-8000-%012x", n);
    }
}
