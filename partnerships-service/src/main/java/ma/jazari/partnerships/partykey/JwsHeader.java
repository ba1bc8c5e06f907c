package ma.jazari.partnerships.partykey;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import ma.jazari.platform.problem.Problem;

/** The protected header of a signature (RFC 7515, section 4), read strictly: what is understood in two ways is refused. */
final class JwsHeader {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final TypeReference<Map<String, Object>> MEMBERS = new TypeReference<>() {};
    private static final List<String> KEYS_OF_ITS_OWN = List.of("jku", "jwk", "x5u", "x5c");
    private static final String CRITICAL = "crit";
    private static final String ENCODED = "b64";

    private final ObjectNode members;

    private JwsHeader(ObjectNode members) {
        this.members = members;
    }

    /** @throws Problem 400 for a header that is not one that is accepted here */
    static JwsHeader parse(byte[] json) {
        var header = new JwsHeader(object(json));
        header.checkKeys();
        header.checkCritical();
        return header;
    }

    /** @throws Problem 400 without one that is accepted */
    SigningAlgorithm algorithm() {
        var name = members.path("alg");
        if (name.asText().equalsIgnoreCase("none")) {
            throw refused("its algorithm is none, which signs nothing");
        }
        return SigningAlgorithm.ofName(name.isTextual() ? name.textValue() : "")
                .orElseThrow(() -> refused("its header must name one of these as alg: " + SigningAlgorithm.names()));
    }

    /** @throws Problem 400 without one */
    String kid() {
        var kid = members.path("kid");
        if (!kid.isTextual() || kid.textValue().isEmpty()) {
            throw refused("its header must name the key that it was made with, as kid");
        }
        return kid.textValue();
    }

    /** All members, as they are. */
    Map<String, Object> members() {
        // A member that is null says nothing.
        var said = members.deepCopy();
        said.removeIf(JsonNode::isNull);
        return JSON.convertValue(said, MEMBERS);
    }

    private void checkKeys() {
        for (var name : KEYS_OF_ITS_OWN) {
            if (members.has(name)) {
                throw refused("its header must not bring a key of its own, as " + name
                        + " does: only keys that the party has published count");
            }
        }
    }

    private void checkCritical() {
        boolean saysHowEncoded = members.has(ENCODED);
        var critical = members.path(CRITICAL);
        if (members.has(CRITICAL) && !isB64Alone(critical)) {
            throw refused("its header must name nothing as crit but b64");
        }
        if (saysHowEncoded && !members.path(ENCODED).isBoolean()) {
            throw refused("b64 in its header must be true or false");
        }
        if (saysHowEncoded != members.has(CRITICAL)) {
            throw refused("its header must have b64 and name it as crit, or do neither (RFC 7797)");
        }
    }

    private static boolean isB64Alone(JsonNode critical) {
        return critical.isArray()
                && critical.size() == 1
                && ENCODED.equals(critical.get(0).textValue());
    }

    private static ObjectNode object(byte[] json) {
        try {
            if (JSON.readTree(json) instanceof ObjectNode object) {
                return object;
            }
        } catch (IOException e) {
            // answered below, as what is JSON and no object
        }
        throw refused("its header must be a JSON object that names no member twice");
    }

    static Problem refused(String reason) {
        return Problem.invalid("/jws", reason);
    }
}
