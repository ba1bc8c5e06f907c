package ma.jazari.partnerships.partykey;

import java.math.BigInteger;
import java.util.Map;
import ma.jazari.platform.problem.Violations;

/** The rules for the numbers of a key, once they could be read. */
final class KeyNumbers {

    private static final int RSA_LEAST_BITS = 2048;
    private static final int RSA_MOST_BITS = 4096;
    // FIPS 186-5 has exponents from 2^16 on; Java takes none over 64 bits beside a large modulus.
    private static final BigInteger RSA_LEAST_EXPONENT = BigInteger.valueOf(65_537);
    private static final int RSA_MOST_EXPONENT_BITS = 64;

    private KeyNumbers() {}

    /** @param numbers all that the algorithm's keys have, by member of the JWK */
    static void check(SigningAlgorithm algorithm, Map<String, byte[]> numbers, String pointer, Violations violations) {
        switch (algorithm) {
            case ES256 -> checkP256(of(numbers, "x"), of(numbers, "y"), pointer, violations);
            case EDDSA -> checkEd25519(of(numbers, "x"), pointer, violations);
            case PS256 -> {
                checkModulus(of(numbers, "n"), pointer + "/n", violations);
                checkExponent(of(numbers, "e"), pointer + "/e", violations);
            }
        }
    }

    private static void checkP256(byte[] x, byte[] y, String pointer, Violations violations) {
        boolean fitsX = hasLength(x, pointer + "/x", violations);
        boolean fitsY = hasLength(y, pointer + "/y", violations);
        if (fitsX && fitsY && !CurvePoints.isOnP256(x, y)) {
            violations.add(pointer + "/x", "is not, with y, a point of the curve P-256");
        }
    }

    private static void checkEd25519(byte[] x, String pointer, Violations violations) {
        if (hasLength(x, pointer + "/x", violations) && !CurvePoints.isFitOnEd25519(x)) {
            violations.add(pointer + "/x", "is not a point of Ed25519 that is fit for a key");
        }
    }

    private static boolean hasLength(byte[] coordinate, String pointer, Violations violations) {
        if (coordinate.length == CurvePoints.COORDINATE_BYTES) {
            return true;
        }
        violations.add(pointer, "must be " + CurvePoints.COORDINATE_BYTES + " bytes, not " + coordinate.length);
        return false;
    }

    private static void checkModulus(byte[] bytes, String pointer, Violations violations) {
        var modulus = new BigInteger(1, bytes);
        int bits = modulus.bitLength();
        if (bits < RSA_LEAST_BITS || bits > RSA_MOST_BITS) {
            violations.add(pointer, "must have " + RSA_LEAST_BITS + " to " + RSA_MOST_BITS + " bits, not " + bits);
        } else if (!modulus.testBit(0)) {
            violations.add(pointer, "is even, and so no modulus");
        }
        checkNoLeadingZero(bytes, pointer, violations);
    }

    private static void checkExponent(byte[] bytes, String pointer, Violations violations) {
        var exponent = new BigInteger(1, bytes);
        if (exponent.compareTo(RSA_LEAST_EXPONENT) < 0
                || exponent.bitLength() > RSA_MOST_EXPONENT_BITS
                || !exponent.testBit(0)) {
            violations.add(
                    pointer,
                    "must be an odd number from " + RSA_LEAST_EXPONENT + " to " + RSA_MOST_EXPONENT_BITS + " bits");
        }
        checkNoLeadingZero(bytes, pointer, violations);
    }

    private static void checkNoLeadingZero(byte[] bytes, String pointer, Violations violations) {
        if (bytes.length > 0 && bytes[0] == 0) {
            violations.addUnlessCovered(pointer, "must not begin with bytes that are zero (RFC 7518, section 2)");
        }
    }

    private static byte[] of(Map<String, byte[]> numbers, String name) {
        var number = numbers.get(name);
        if (number == null) {
            throw new IllegalStateException("a key without " + name + " was not refused");
        }
        return number;
    }
}
