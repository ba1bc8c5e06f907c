package ma.jazari.benchmarks.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import ma.jazari.benchmarks.BenchmarkException;

/**
 * The first change of a record, as the service logged it: others like it are logged in the same way, each with the digests
 * that are its own.
 */
final class LogModel {

    // Sorted and without white space: canonical, for records without decimal numbers.
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build();

    private final ObjectNode state;
    private final ObjectNode entry;

    /**
     * What the log has of a change.
     *
     * @param state the record after it
     * @param entry of the history, the text that the hash is over
     */
    record Logged(String state, String entry, String hash) {}

    private LogModel(ObjectNode state, ObjectNode entry) {
        this.state = state;
        this.entry = entry;
    }

    /** @throws BenchmarkException unless the same is written again of the record itself */
    static LogModel of(Logged first) {
        var model = new LogModel(object(first.state()), object(first.entry()));
        var again = model.logged(model.state(), model.entry.path("at").asText());
        if (!again.entry().equals(first.entry()) || !again.hash().equals(first.hash())) {
            throw new BenchmarkException("The log is written in another way than this knows: " + first);
        }
        return model;
    }

    /** A copy of the record, to be changed. */
    ObjectNode state() {
        return state.deepCopy();
    }

    /** The first change of another record. */
    Logged logged(ObjectNode other, String at) {
        var own = entry.deepCopy();
        own.withObject("/subject").set("id", other.required("id"));
        own.put("at", at);
        for (var change : own.withArray("/changes")) {
            ((ObjectNode) change).set("to", other.at(change.path("pointer").asText()));
        }
        var text = text(other);
        own.put("stateDigest", sha256(text));
        var canonical = text(own);
        return new Logged(text, canonical, sha256(canonical));
    }

    private static ObjectNode object(String json) {
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (JsonProcessingException failure) {
            throw unreadable(failure);
        }
    }

    private static String text(ObjectNode node) {
        try {
            return JSON.writeValueAsString(node);
        } catch (JsonProcessingException failure) {
            throw unreadable(failure);
        }
    }

    private static BenchmarkException unreadable(JsonProcessingException failure) {
        return new BenchmarkException("The log holds no JSON: " + failure.getMessage(), failure);
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
