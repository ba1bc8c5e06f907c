package ma.jazari.partnerships.partykey;

import static ma.jazari.partnerships.partykey.JwsHeader.refused;

import java.util.Optional;
import java.util.function.Function;
import ma.jazari.platform.problem.Problem;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/**
 * Verifies signatures over what both sides have already: JWS in compact serialisation with an empty payload (RFC 7515,
 * appendix F), the payload base64url-encoded as usual or as it is ({@code "b64": false}, RFC 7797).
 */
public final class DetachedJws {

    private static final int PARTS = 3;

    private DetachedJws() {}

    /**
     * The signature, which holds.
     *
     * @param payload the bytes that it must be over
     * @param keys the published key with a kid, if it counts
     * @throws Problem 400 at {@code /jws} with the reason why it does not hold
     */
    public static VerifiedSignature verify(String jws, byte[] payload, Function<String, Optional<PartyKey>> keys) {
        var header = JwsHeader.parse(headerBytes(jws));
        var algorithm = header.algorithm();
        var kid = header.kid();
        var key = keys.apply(kid)
                .orElseThrow(
                        () -> refused("there is no key " + kid + " that the party has published and that is valid"));
        if (!key.alg().equals(algorithm.jwaName())) {
            throw refused(
                    "its algorithm is " + algorithm.jwaName() + ", and that of the key " + kid + " is " + key.alg());
        }
        if (!holds(jws, payload, key)) {
            throw refused(
                    "the signature does not verify: it is over other bytes, or was made with another key than " + kid);
        }
        return new VerifiedSignature(kid, key.alg(), header.members());
    }

    private static byte[] headerBytes(String jws) {
        var parts = jws.split("\\.", -1);
        boolean isDetached = parts.length == PARTS && !parts[0].isEmpty() && parts[1].isEmpty() && !parts[2].isEmpty();
        if (!isDetached || Base64Url.decode(parts[2]).isEmpty()) {
            throw notDetached();
        }
        return Base64Url.decode(parts[0]).orElseThrow(DetachedJws::notDetached);
    }

    /** Whether the signature is that of the key over the payload; says nothing of what else its header says. */
    public static boolean holds(String jws, byte[] payload, PartyKey key) {
        var signature = new JsonWebSignature();
        signature.setAlgorithmConstraints(new AlgorithmConstraints(ConstraintType.PERMIT, key.alg()));
        signature.setKey(key.publicKey());
        try {
            signature.setCompactSerialization(jws);
            // setPayloadBytes would leave the empty payload of the serialisation in place, and a signature over nothing
            // would verify for anything.
            signature.setEncodedPayload(Base64Url.encode(payload));
            return signature.verifySignature();
        } catch (JoseException e) {
            // What cannot even be tried, such as a signature of the wrong length, does not hold either.
            return false;
        }
    }

    private static Problem notDetached() {
        return refused("must be a JWS in compact serialisation with an empty payload: header..signature, in base64url");
    }
}
