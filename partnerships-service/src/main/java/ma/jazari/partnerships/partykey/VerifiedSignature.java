package ma.jazari.partnerships.partykey;

import java.util.Map;

/**
 * A signature that holds.
 *
 * @param kid of the key that it was made with
 * @param alg ES256, EdDSA or PS256
 * @param protectedHeader all that its header says, as JSON
 */
public record VerifiedSignature(String kid, String alg, Map<String, Object> protectedHeader) {

    public VerifiedSignature {
        protectedHeader = Map.copyOf(protectedHeader);
    }
}
