package ma.jazari.partnerships.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.OkpJwkGenerator;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** An Ed25519 key of a scripted partner, as a JSON Web Key. */
final class PractiseKey {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final PublicJsonWebKey key;

    private PractiseKey(PublicJsonWebKey key) {
        this.key = key;
    }

    static PractiseKey generate() {
        try {
            var key = OkpJwkGenerator.generateJwk("Ed25519");
            key.setKeyId("practise-1");
            return new PractiseKey(key);
        } catch (JoseException e) {
            throw new IllegalStateException("the JDK makes Ed25519 keys", e);
        }
    }

    static PractiseKey of(String json) {
        try {
            return new PractiseKey(PublicJsonWebKey.Factory.newPublicJwk(json));
        } catch (JoseException e) {
            throw new IllegalStateException("the key of a counterparty was written by this class", e);
        }
    }

    /** With its private part. */
    String json() {
        return key.toJson(OutputControlLevel.INCLUDE_PRIVATE);
    }

    /** As it is published. */
    JsonNode published() {
        try {
            return MAPPER.readTree(key.toJson(OutputControlLevel.PUBLIC_ONLY));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A detached JWS over the payload. */
    String sign(byte[] payload) {
        var signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue("EdDSA");
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setPayloadBytes(payload);
        signature.setKey(key.getPrivateKey());
        try {
            return signature.getDetachedContentCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("an Ed25519 key signs", e);
        }
    }
}
