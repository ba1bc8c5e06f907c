package ma.jazari.partnerships.webhooksigning;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** A shared secret. */
final class HmacKey implements SigningKey {

    private static final String ALGORITHM = "HmacSHA256";
    // The standard asks for 24 to 64.
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] secret;

    HmacKey(byte[] secret) {
        this.secret = secret.clone();
    }

    static HmacKey generate() {
        var secret = new byte[BYTES];
        RANDOM.nextBytes(secret);
        return new HmacKey(secret);
    }

    @Override
    public String sign(byte[] text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    @Override
    public byte[] secret() {
        return secret.clone();
    }

    @Override
    public byte[] publicKey() {
        return new byte[0];
    }

    @Override
    public String sharedSecret() {
        return "whsec_" + Base64.getEncoder().encodeToString(secret);
    }

    @Override
    public @Nullable String shownPublicKey() {
        return null;
    }
}
