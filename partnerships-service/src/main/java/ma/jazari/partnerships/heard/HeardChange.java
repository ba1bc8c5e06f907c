package ma.jazari.partnerships.heard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import ma.jazari.platform.changelog.Change;
import ma.jazari.platform.changelog.Subject;
import ma.jazari.platform.feed.FeedCursor;
import ma.jazari.platform.inbox.Message;
import org.jspecify.annotations.Nullable;

/**
 * A change as it was heard over Kafka.
 *
 * @param place in the network's order of changes
 * @param audience who may see it, as TYPE:id; null for everybody
 * @param body the item of the change feed, as JSON
 */
record HeardChange(
        UUID id,
        FeedCursor place,
        String type,
        Subject subject,
        long version,
        Instant at,
        @Nullable List<String> audience,
        String body) {

    private static final Pattern SCHEMA = Pattern.compile("/schemas/([a-z-]+)\\.v\\d+\\.json");
    private static final String PARTNER = "PARTNER:";

    /** @throws IllegalArgumentException for a message that is no change of a record */
    static HeardChange of(Message message, ObjectMapper mapper) {
        var subject = new Subject(subjectType(message.attribute("dataschema")), message.subject());
        var cursor = message.attribute("sequence");
        var change = new Change(
                cursor,
                message.id(),
                message.type(),
                new Change.ChangeSubject(subject.type(), subject.id(), version(message)),
                message.attribute("time"),
                message.attribute("source"),
                message.attributes().get("causationid"),
                message.data());
        return new HeardChange(
                UUID.fromString(message.id()),
                FeedCursor.decode(cursor),
                message.type(),
                subject,
                message.version(),
                Instant.parse(change.at()),
                audience(message),
                json(change, mapper));
    }

    /** What is restricted and does not say for whom, as before it did, is for nobody. */
    private static @Nullable List<String> audience(Message message) {
        var named = message.attributes().get("audience");
        if (named != null) {
            return List.of(named.split(",", -1));
        }
        return message.isRestricted() ? List.of() : null;
    }

    /** Whether any partner may see it. */
    boolean isForPartners() {
        return audience == null || audience.stream().anyMatch(one -> one.startsWith(PARTNER));
    }

    /** The same without what it says, for one that only has to have come. */
    HeardChange emptied() {
        return new HeardChange(id, place, type, subject, version, at, List.of(), "{}");
    }

    private static long version(Message message) {
        if (message.version() < 1) {
            throw new IllegalArgumentException("the state has no version");
        }
        return message.version();
    }

    /** The type of subject whose schema this is; the relay derives the one from the other. */
    private static String subjectType(String schema) {
        var matcher = SCHEMA.matcher(schema);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a schema of the network: " + schema);
        }
        return matcher.group(1).replace('-', '_').toUpperCase(Locale.ROOT);
    }

    private static String json(Change change, ObjectMapper mapper) {
        try {
            return mapper.writeValueAsString(change);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
