package ma.jazari.partnerships.sealing;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Seals secrets for the database by AES-256-GCM (NIST SP 800-38D), each with a nonce of its own. A sealed secret belongs to
 * one subject: it opens for no other, so that nobody puts it elsewhere.
 */
// At the start, so that a service without a key does not get as far as a secret.
@Startup
@ApplicationScoped
public class Seals {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SealingKeys keys;

    /** @throws IllegalStateException that says what to configure */
    Seals(SealingConfig config) {
        this.keys = new SealingKeys(config.keys().orElse(List.of()));
    }

    /** The id of the key that seals now. */
    public String currentKey() {
        return keys.current();
    }

    /** @param subject whose secret it is */
    public Sealed seal(byte[] secret, String subject) {
        var nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        var keyId = keys.current();
        try {
            var text = cipher(Cipher.ENCRYPT_MODE, keyId, nonce, subject).doFinal(secret);
            var all = Arrays.copyOf(nonce, NONCE_BYTES + text.length);
            System.arraycopy(text, 0, all, NONCE_BYTES, text.length);
            return new Sealed(keyId, Base64.getEncoder().encodeToString(all));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + CIPHER, e);
        }
    }

    /** @throws IllegalStateException if it is not as it was sealed, or not the subject's, or its key is not here */
    public byte[] open(Sealed sealed, String subject) {
        try {
            var all = Base64.getDecoder().decode(sealed.text());
            var nonce = Arrays.copyOf(all, NONCE_BYTES);
            return cipher(Cipher.DECRYPT_MODE, sealed.keyId(), nonce, subject)
                    .doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES);
        } catch (AEADBadTagException | IllegalArgumentException e) {
            throw new IllegalStateException("What is kept for " + subject + " was not sealed for it with this key", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + CIPHER, e);
        }
    }

    private Cipher cipher(int mode, String keyId, byte[] nonce, String subject) throws GeneralSecurityException {
        var cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, keys.get(keyId), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(subject.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
