package ma.jazari.partnerships.partykey;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.OkpJwkGenerator;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** A party's system that holds a key and signs with it, for tests. */
public final class Signer {

    private final PublicJsonWebKey key;
    private final String alg;

    private Signer(PublicJsonWebKey key, String alg, String kid) {
        this.key = key;
        this.alg = alg;
        key.setKeyId(kid);
    }

    public static Signer es256(String kid) {
        return of(() -> EcJwkGenerator.generateJwk(EllipticCurves.P256), "ES256", kid);
    }

    public static Signer edDsa(String kid) {
        return of(() -> OkpJwkGenerator.generateJwk("Ed25519"), "EdDSA", kid);
    }

    public static Signer ps256(String kid) {
        return rsa(2048, kid);
    }

    static Signer rsa(int bits, String kid) {
        return of(() -> RsaJwkGenerator.generateJwk(bits), "PS256", kid);
    }

    /** The public key as it is published, JSON. */
    public String jwk() {
        return key.toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    /** The key with all that nobody else must see, JSON. */
    String privateJwk() {
        return key.toJson(OutputControlLevel.INCLUDE_PRIVATE);
    }

    /** The set of the public keys of these, as it is published, JSON. */
    public static String jwks(Signer... signers) {
        var keys = Arrays.stream(signers).map(Signer::jwk).toList();
        return "{\"keys\": [" + String.join(", ", keys) + "]}";
    }

    /** A detached signature over the payload. */
    public String sign(byte[] payload) {
        return sign(payload, Map.of());
    }

    /** The same with more, or other, members in its header. */
    public String sign(byte[] payload, Map<String, Object> header) {
        var signature = new JsonWebSignature();
        signature.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        signature.setAlgorithmHeaderValue(alg);
        signature.setKeyIdHeaderValue(key.getKeyId());
        header.forEach(signature.getHeaders()::setObjectHeaderValue);
        signature.setPayloadBytes(payload);
        signature.setKey(key.getPrivateKey());
        try {
            return signature.getDetachedContentCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The key as somebody has published it. */
    PartyKey published() {
        try {
            var jwk = new TreeMap<String, String>();
            JsonUtil.parseJson(jwk()).forEach((name, value) -> jwk.put(name, String.valueOf(value)));
            jwk.put("alg", alg);
            return new PartyKey(SigningKey.ofJwk(jwk), Instant.EPOCH, null);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Making {
        PublicJsonWebKey make() throws JoseException;
    }

    private static Signer of(Making making, String alg, String kid) {
        try {
            return new Signer(making.make(), alg, kid);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
