package ma.jazari.partnerships.partykey;

import java.math.BigInteger;
import java.security.spec.ECFieldFp;
import java.util.Set;
import org.jose4j.keys.EllipticCurves;

/** Whether numbers are points that a key can be. A point off its curve, or of a small order, has forged signatures. */
final class CurvePoints {

    static final int COORDINATE_BYTES = 32;

    private static final BigInteger TWO = BigInteger.TWO;
    private static final BigInteger P25519 = TWO.pow(255).subtract(BigInteger.valueOf(19));
    // d of RFC 8032, section 5.1.
    private static final BigInteger D25519 = BigInteger.valueOf(-121_665)
            .multiply(BigInteger.valueOf(121_666).modInverse(P25519))
            .mod(P25519);
    // The y of the eight points that eight times themselves are zero.
    private static final BigInteger Y_OF_ORDER_EIGHT =
            new BigInteger("05fc536d880238b13933c6d305acdfd5f098eff289f4c345b027b2c28f95e826", 16);
    private static final Set<BigInteger> Y_OF_SMALL_ORDER = Set.of(
            BigInteger.ZERO,
            BigInteger.ONE,
            P25519.subtract(BigInteger.ONE),
            Y_OF_ORDER_EIGHT,
            P25519.subtract(Y_OF_ORDER_EIGHT));

    private CurvePoints() {}

    /** Whether the coordinates, big-endian, are of a point of P-256. */
    static boolean isOnP256(byte[] xBytes, byte[] yBytes) {
        var curve = EllipticCurves.P256.getCurve();
        var p = ((ECFieldFp) curve.getField()).getP();
        var x = new BigInteger(1, xBytes);
        var y = new BigInteger(1, yBytes);
        var right = x.pow(3).add(curve.getA().multiply(x)).add(curve.getB());
        return x.compareTo(p) < 0
                && y.compareTo(p) < 0
                && y.pow(2).subtract(right).mod(p).signum() == 0;
    }

    /** Whether the bytes are a point of Ed25519 (RFC 8032, section 5.1.3) that is fit for a key. */
    static boolean isFitOnEd25519(byte[] encoded) {
        var number = littleEndian(encoded);
        boolean xIsOdd = number.testBit(255);
        var y = number.clearBit(255);
        if (y.compareTo(P25519) >= 0 || Y_OF_SMALL_ORDER.contains(y)) {
            return false;
        }
        var ySquare = y.pow(2);
        var xSquare = ySquare.subtract(BigInteger.ONE)
                .multiply(D25519.multiply(ySquare).add(BigInteger.ONE).modInverse(P25519))
                .mod(P25519);
        return isSquare(xSquare) && !(xSquare.signum() == 0 && xIsOdd);
    }

    private static boolean isSquare(BigInteger number) {
        var euler = number.modPow(P25519.subtract(BigInteger.ONE).divide(TWO), P25519);
        return euler.compareTo(BigInteger.ONE) <= 0;
    }

    private static BigInteger littleEndian(byte[] bytes) {
        var reversed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            reversed[i] = bytes[bytes.length - 1 - i];
        }
        return new BigInteger(1, reversed);
    }
}
