package ma.jazari.platform.test;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Holds a real message against the schema that its ce_dataschema names, in contracts/schemas. */
public final class MessageSchema {

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private MessageSchema() {}

    /** What the schema has against the message; empty if it is as promised. */
    public static List<String> violations(ConsumerRecord<String, byte[]> message) {
        var name = TopicReader.header(message, "ce_dataschema").orElseThrow().replaceFirst("^/", "");
        var schema = SCHEMAS.getSchema(read(name));
        return schema.validate(new String(message.value(), StandardCharsets.UTF_8), InputFormat.JSON).stream()
                .map(Error::toString)
                .toList();
    }

    private static String read(String name) {
        try {
            return Files.readString(
                    Path.of(System.getProperty("jazari.root"), "contracts").resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
