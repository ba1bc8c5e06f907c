package ma.jazari.platform.integrity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ma.jazari.platform.changelog.Canonical;
import ma.jazari.platform.changelog.Subject;
import org.jspecify.annotations.Nullable;

/**
 * A row of the change log that was read; what of it is no JSON object is null.
 *
 * @param entryHash the hash that its entry has, whatever stands beside it
 * @param stateDigest the digest that its state has, whatever the entry says; empty if there is no state
 */
record Link(
        LogRow row,
        @Nullable ObjectNode entry,
        String entryHash,
        @Nullable ObjectNode state,
        String stateDigest,
        @Nullable ObjectNode privatePart) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Link of(LogRow row) {
        var state = object(row.state());
        return new Link(
                row,
                object(row.entry()),
                Canonical.sha256(row.entry()),
                state,
                state == null ? "" : Canonical.sha256(Canonical.json(state)),
                object(row.privatePart()));
    }

    private static @Nullable ObjectNode object(@Nullable String json) {
        try {
            return json != null && JSON.readTree(json) instanceof ObjectNode object ? object : null;
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    Subject subject() {
        return row.subject();
    }

    long version() {
        return row.version();
    }

    /** The text of a member of the entry; empty if there is none. */
    String said(String member) {
        return entry == null ? "" : entry.path(member).asText();
    }

    /** Whether its state is the one that the entry was made for. */
    boolean stateHolds() {
        return state != null && stateDigest.equals(said("stateDigest"));
    }

    /** What is private of the record's state; empty if nothing is. */
    ObjectNode privateState() {
        return privatePart != null && privatePart.get("state") instanceof ObjectNode object
                ? object
                : JsonNodeFactory.instance.objectNode();
    }
}
