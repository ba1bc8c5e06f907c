package ma.jazari.platform.relay;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import ma.jazari.platform.feed.FeedCursor;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Changes as CloudEvents 1.0 in Kafka's binary mode; the value is the record's full public state after the
 * change. What is restricted names in {@code ce_audience} who may see it, as TYPE:id with commas. */
final class Messages {

    private final String service;
    private final Map<String, String> topics;

    Messages(String service, Map<String, String> topics) {
        this.service = service;
        this.topics = topics;
    }

    ProducerRecord<String, byte[]> of(ResultSet row) throws SQLException {
        var subjectType = row.getString("subject_type");
        var subjectId = row.getString("subject_id");
        var audience = row.getString("audience");
        var message = new ProducerRecord<>(
                topic(subjectType, audience != null),
                subjectId,
                row.getString("state").getBytes(StandardCharsets.UTF_8));
        header(message, "ce_specversion", "1.0");
        header(message, "ce_id", row.getString("id"));
        header(message, "ce_source", "/" + service);
        header(message, "ce_type", "ma.jazari." + row.getString("type") + ".v1");
        header(message, "ce_subject", subjectId);
        header(message, "ce_time", row.getTimestamp("at").toInstant().toString());
        header(
                message,
                "ce_dataschema",
                "/schemas/" + subjectType.toLowerCase(Locale.ROOT).replace('_', '-') + ".v1.json");
        header(message, "ce_partitionkey", subjectId);
        header(message, "ce_sequence", new FeedCursor(row.getString("epoch"), service, row.getLong("seq")).encode());
        header(message, "ce_actor", row.getString("actor"));
        header(message, "ce_audience", audience);
        header(message, "ce_causationid", row.getString("causation_id"));
        header(message, "traceparent", row.getString("traceparent"));
        header(message, "requestid", row.getString("request_id"));
        header(message, "content-type", "application/json");
        return message;
    }

    private String topic(String subjectType, boolean restricted) {
        var topic = topics.get(subjectType);
        if (topic == null) {
            throw new IllegalStateException("jazari.relay.topics names no topic for " + subjectType);
        }
        return restricted ? topic + ".restricted" : topic;
    }

    private static void header(ProducerRecord<String, byte[]> message, String name, @Nullable String value) {
        if (value != null) {
            message.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
        }
    }
}
