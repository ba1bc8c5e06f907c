package ma.jazari.partnerships.webhooksigning;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** A pair of Ed25519 keys (RFC 8032), each the raw 32 bytes; the private one never leaves the registry. */
final class Ed25519Key implements SigningKey {

    private static final String ALGORITHM = "Ed25519";
    private static final int BYTES = 32;

    private final byte[] secret;
    private final byte[] publicKey;

    Ed25519Key(byte[] secret, byte[] publicKey) {
        this.secret = secret.clone();
        this.publicKey = publicKey.clone();
    }

    static Ed25519Key generate() {
        try {
            var pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            return new Ed25519Key(
                    ((EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow(),
                    raw(((EdECPublicKey) pair.getPublic()).getPoint()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    /** y in little-endian order, and whether x is odd in the highest bit (RFC 8032, 5.1.2). */
    private static byte[] raw(EdECPoint point) {
        var y = point.getY()
                .add(point.isXOdd() ? BigInteger.ONE.shiftLeft(BYTES * 8 - 1) : BigInteger.ZERO)
                .toByteArray();
        var raw = new byte[BYTES];
        for (int i = 0; i < Math.min(BYTES, y.length); i++) {
            raw[i] = y[y.length - 1 - i];
        }
        return raw;
    }

    @Override
    public String sign(byte[] text) {
        try {
            var key = KeyFactory.getInstance(ALGORITHM)
                    .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, secret));
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(text);
            return "v1a," + Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key cannot sign", e);
        }
    }

    @Override
    public byte[] secret() {
        return secret.clone();
    }

    @Override
    public byte[] publicKey() {
        return publicKey.clone();
    }

    @Override
    public @Nullable String sharedSecret() {
        return null;
    }

    @Override
    public String shownPublicKey() {
        return "whpk_" + Base64.getEncoder().encodeToString(publicKey);
    }
}
