package ma.jazari.partnerships.partykey;

import java.security.PublicKey;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

/**
 * A public key, as a JWK (RFC 7517) has it.
 *
 * @param material the members that make up the key itself: {@code kty}, {@code crv} and its numbers
 */
record SigningKey(String kid, SigningAlgorithm algorithm, Map<String, String> material) {

    static final String USE = "sig";

    SigningKey {
        material = Map.copyOf(material);
    }

    /** The key that a JWK is of, which was accepted once. */
    static SigningKey ofJwk(Map<String, String> jwk) {
        var material = new TreeMap<>(jwk);
        material.keySet().removeAll(Set.of("kid", "alg", "use"));
        var algorithm = SigningAlgorithm.ofName(String.valueOf(jwk.get("alg"))).orElseThrow();
        return new SigningKey(String.valueOf(jwk.get("kid")), algorithm, material);
    }

    /** All members of its JWK. */
    Map<String, String> jwk() {
        var jwk = new TreeMap<>(material);
        jwk.put("kid", kid);
        jwk.put("alg", algorithm.jwaName());
        jwk.put("use", USE);
        return jwk;
    }

    PublicKey publicKey() {
        try {
            return PublicJsonWebKey.Factory.newPublicJwk(new TreeMap<>(material))
                    .getPublicKey();
        } catch (JoseException e) {
            throw new IllegalStateException("a key that was accepted is none: " + kid, e);
        }
    }
}
