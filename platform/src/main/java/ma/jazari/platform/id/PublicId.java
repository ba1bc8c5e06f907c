package ma.jazari.platform.id;

import java.security.SecureRandom;
import java.util.Locale;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.problem.ProblemType;

/**
 * Ids that people read out and type: a prefix letter, six characters of lower-case Crockford base32 (no i, l, o, u) and
 * two check digits, ISO 7064 mod 97-10 over the six characters read as a number n: 98 - (n * 100 mod 97).
 */
public final class PublicId {

    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int LENGTH = 6;
    private static final int BITS = 5;
    private static final SecureRandom RANDOM = new SecureRandom();

    private PublicId() {}

    /** A new id; about a thousand million are possible, so the database's key is what makes it unique. */
    public static String random(char prefix) {
        return of(prefix, RANDOM.nextLong(1L << (LENGTH * BITS)));
    }

    /** The id of a number from 0 to 2^30 - 1. */
    public static String of(char prefix, long number) {
        var id = new StringBuilder().append(prefix);
        for (int shift = (LENGTH - 1) * BITS; shift >= 0; shift -= BITS) {
            id.append(ALPHABET.charAt((int) (number >> shift) & 31));
        }
        return id.append(String.format(Locale.ROOT, "%02d", 98 - number * 100 % 97))
                .toString();
    }

    public static boolean isWellFormed(char prefix, String id) {
        if (id.length() != LENGTH + 3 || id.charAt(0) != prefix) {
            return false;
        }
        long number = 0;
        for (int i = 1; i <= LENGTH; i++) {
            int digit = ALPHABET.indexOf(id.charAt(i));
            if (digit < 0) {
                return false;
            }
            number = number << BITS | digit;
        }
        return of(prefix, number).equals(id);
    }

    /** @throws Problem 400 for an id that cannot be one */
    public static String checked(char prefix, String id) {
        if (!isWellFormed(prefix, id)) {
            throw Problem.of(
                    ProblemType.MALFORMED_ID,
                    "\"" + id + "\" is not an id: expected " + prefix + ", six of " + ALPHABET
                            + ", and two check digits that match.");
        }
        return id;
    }
}
