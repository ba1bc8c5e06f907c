package ma.jazari.platform.changelog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import ma.jazari.platform.security.Actor;
import org.jspecify.annotations.Nullable;

/**
 * One link of a record's history. The hash is SHA-256 over the canonical JSON of the entry, which holds the hash of the
 * link before. What is private enters by a salted digest, so that a reader who may not see it can still check the chain.
 *
 * @param canonical the entry in canonical JSON, the very text that was hashed
 * @param state the record after the change, numbers canonical
 * @param privatePart salt, changes and state of what is not public; null if there is none
 */
public record Entry(Instant at, String canonical, String hash, ObjectNode state, @Nullable ObjectNode privatePart) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT_BYTES = 16;

    static Entry of(
            NewChange change, Actor actor, @Nullable String causationId, ChangeLog.@Nullable Previous previous) {
        var state = Canonical.normal(change.state());
        var privatePart = privatePart(change.privateState(), previous == null ? null : previous.privateState());
        var entry = object();
        entry.put("version", change.version());
        entry.put("type", change.type());
        entry.set(
                "subject",
                object().put("type", change.subject().type())
                        .put("id", change.subject().id()));
        entry.put("at", change.at().toString());
        entry.set("actor", actor(actor));
        if (change.reason() != null) {
            entry.put("reason", change.reason());
        }
        if (causationId != null) {
            entry.put("causationId", causationId);
        }
        entry.set("changes", changes(previous == null ? object() : previous.state(), state));
        if (privatePart != null) {
            entry.put("privateChangesDigest", digest(privatePart));
        }
        entry.put("stateDigest", Canonical.sha256(Canonical.json(state)));
        if (previous != null) {
            entry.put("previousHash", previous.hash());
        }
        var canonical = Canonical.json(entry);
        return new Entry(change.at(), canonical, Canonical.sha256(canonical), state, privatePart);
    }

    /** What the entry says about the private part: the digest of its salt and changes. */
    public static String digest(ObjectNode privatePart) {
        return Canonical.sha256(Canonical.json(privatePart.deepCopy().retain(List.of("salt", "changes"))));
    }

    private static ObjectNode actor(Actor actor) {
        var node = object();
        if (actor.sub() != null) {
            node.put("sub", actor.sub());
        }
        return node.put("name", actor.name());
    }

    private static @Nullable ObjectNode privatePart(@Nullable ObjectNode now, @Nullable ObjectNode before) {
        var from = before == null ? object() : before;
        var to = now == null ? object() : Canonical.normal(now);
        if (from.isEmpty() && to.isEmpty()) {
            return null;
        }
        var salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        var part = object();
        part.put("salt", HexFormat.of().formatHex(salt));
        part.set("changes", changes(from, to));
        part.set("state", to);
        return part;
    }

    /** What an entry says that changed, but its own version and time. */
    public static ArrayNode changes(ObjectNode before, ObjectNode after) {
        var array = JsonNodeFactory.instance.arrayNode();
        for (var change : FieldChange.ofRecord(before, after)) {
            var node = array.addObject().put("pointer", change.pointer());
            setIfPresent(node, "from", change.from());
            setIfPresent(node, "to", change.to());
        }
        return array;
    }

    private static void setIfPresent(ObjectNode node, String name, @Nullable JsonNode value) {
        if (value != null) {
            node.set(name, value);
        }
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
