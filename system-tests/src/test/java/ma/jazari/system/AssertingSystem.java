package ma.jazari.system;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;

/** A partner's system that signs its requests for tokens (RFC 7523), written with nothing but the JDK: Ed25519. */
final class AssertingSystem {

    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();
    private static final int KEY_BYTES = 32;

    private final KeyPair pair;
    private final String kid;

    private AssertingSystem(KeyPair pair, String kid) {
        this.pair = pair;
        this.kid = kid;
    }

    static AssertingSystem withKey(String kid) throws GeneralSecurityException {
        return new AssertingSystem(KeyPairGenerator.getInstance("Ed25519").generateKeyPair(), kid);
    }

    /** The public key, as the registry takes it. */
    String keySet() {
        var encoded = pair.getPublic().getEncoded();
        var raw = Arrays.copyOfRange(encoded, encoded.length - KEY_BYTES, encoded.length);
        return "{\"keys\": [{\"kty\": \"OKP\", \"crv\": \"Ed25519\", \"alg\": \"EdDSA\", \"kid\": \"%s\", \"x\": \"%s\"}]}"
                .formatted(kid, URL.encodeToString(raw));
    }

    /** What it shows once in place of a secret. */
    String assertion(String clientId, String audience) throws GeneralSecurityException {
        var head = "{\"alg\":\"EdDSA\",\"kid\":\"%s\"}".formatted(kid);
        var claims = "{\"iss\":\"%1$s\",\"sub\":\"%1$s\",\"aud\":\"%2$s\",\"jti\":\"%3$s\",\"exp\":%4$d}"
                .formatted(clientId, audience, UUID.randomUUID(), Instant.now().getEpochSecond() + 30);
        var signed = encoded(head) + "." + encoded(claims);
        var signature = Signature.getInstance("Ed25519");
        signature.initSign(pair.getPrivate());
        signature.update(signed.getBytes(StandardCharsets.US_ASCII));
        return signed + "." + URL.encodeToString(signature.sign());
    }

    private static String encoded(String json) {
        return URL.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
