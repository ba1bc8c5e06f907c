package ma.jazari.platform.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A change that has come over Kafka.
 *
 * @param topic that it came by; that it was put aside meanwhile makes no difference
 * @param id of the change, the same however often it comes
 * @param type a past-tense fact without prefix and version, for instance {@code institute.activated}
 * @param subject id of the record
 * @param data the record's full state after the change
 * @param traceparent W3C trace context of the change; null if it had none
 * @param attributes all its CloudEvents attributes, by their names
 */
public record Message(
        String topic,
        String id,
        String type,
        String subject,
        JsonNode data,
        @Nullable String traceparent,
        Map<String, String> attributes) {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String PREFIX = "ma.jazari.";
    private static final String ATTRIBUTE = "ce_";
    private static final String RESTRICTED = ".restricted";

    /**
     * Reads a CloudEvent in Kafka's binary mode.
     *
     * @throws UnreadableMessage if it is none
     */
    static Message of(ConsumerRecord<String, byte[]> received) {
        var type = header(received, "ce_type").orElseThrow(() -> new UnreadableMessage("no ce_type"));
        var id = header(received, "ce_id").orElseThrow(() -> new UnreadableMessage("no ce_id"));
        var subject = header(received, "ce_subject").orElseThrow(() -> new UnreadableMessage("no ce_subject"));
        return new Message(
                DeadLetters.origin(received.topic()),
                id,
                type.replace(PREFIX, "").replaceFirst("\\.v\\d+$", ""),
                subject,
                json(received.value()),
                header(received, "traceparent").orElse(null),
                attributes(received));
    }

    /** Whether it is for some alone, and not for everybody. */
    public boolean isRestricted() {
        return topic.endsWith(RESTRICTED);
    }

    /** The version of the record that the message carries. */
    public long version() {
        return data.path("version").asLong();
    }

    /** What the attribute says. @throws IllegalArgumentException if it is missing */
    public String attribute(String name) {
        var value = attributes.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no " + ATTRIBUTE + name);
        }
        return value;
    }

    private static Map<String, String> attributes(ConsumerRecord<String, byte[]> received) {
        return StreamSupport.stream(received.headers().spliterator(), false)
                .filter(header -> header.key().startsWith(ATTRIBUTE) && header.value() != null)
                .collect(Collectors.toUnmodifiableMap(
                        header -> header.key().substring(ATTRIBUTE.length()),
                        header -> new String(header.value(), StandardCharsets.UTF_8),
                        (first, last) -> last));
    }

    static Optional<String> header(ConsumerRecord<String, byte[]> received, String name) {
        var header = received.headers().lastHeader(name);
        return header == null || header.value() == null
                ? Optional.empty()
                : Optional.of(new String(header.value(), StandardCharsets.UTF_8));
    }

    private static JsonNode json(byte @Nullable [] value) {
        if (value == null) {
            throw new UnreadableMessage("no value");
        }
        try {
            return MAPPER.readTree(new String(value, StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new UnreadableMessage("the value is not JSON: " + e.getOriginalMessage());
        }
    }

    /** A message that can never be handled. */
    static final class UnreadableMessage extends RuntimeException {
        UnreadableMessage(String why) {
            super(why);
        }
    }
}
