package ma.jazari.platform.test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ma.jazari.contracts.ContractFiles;
import ma.jazari.contracts.Yaml;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Holds a real message against what is promised of it: its headers against contracts/asyncapi, its value against the
 * schema in contracts/schemas that its ce_dataschema names.
 */
public final class MessageSchema {

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Pattern FILE = Pattern.compile("/schemas/(([a-z-]+)\\.v\\d+\\.json)");
    private static final Map<String, Schema> HEADERS = new ConcurrentHashMap<>();
    private static final Map<String, Schema> VALUES = new ConcurrentHashMap<>();

    private MessageSchema() {}

    /** What speaks against the message; empty if it is as promised. */
    public static List<String> violations(ConsumerRecord<String, byte[]> message) {
        var named = TopicReader.header(message, "ce_dataschema").orElse("");
        var file = FILE.matcher(named);
        if (!file.matches()) {
            return List.of("ce_dataschema is \"" + named + "\"");
        }
        var headers = HEADERS.computeIfAbsent(file.group(2), MessageSchema::headersOf);
        var value = VALUES.computeIfAbsent(file.group(1), MessageSchema::valueOf);
        return Stream.concat(
                        violations(headers, headers(message)),
                        violations(value, new String(message.value(), StandardCharsets.UTF_8)))
                .toList();
    }

    private static Stream<String> violations(Schema schema, String json) {
        return schema.validate(json, InputFormat.JSON).stream().map(Error::toString);
    }

    private static String headers(ConsumerRecord<String, byte[]> message) {
        var headers = JsonNodeFactory.instance.objectNode();
        message.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return headers.toString();
    }

    /** @param record as the description names its message, such as {@code change-suggestion} */
    private static Schema headersOf(String record) {
        var components = Yaml.read(read("asyncapi", "jazari.yaml")).path("components");
        var own = components
                .path("messages")
                .valueStream()
                .filter(message -> message.path("name").asText().equals(record))
                .map(message -> message.path("headers"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the description has no message " + record));
        var schema = JsonNodeFactory.instance.objectNode();
        schema.set("components", components);
        schema.<JsonNode>set("allOf", JsonNodeFactory.instance.arrayNode().add(own));
        return SCHEMAS.getSchema(schema.toString(), InputFormat.JSON);
    }

    private static Schema valueOf(String file) {
        return SCHEMAS.getSchema(read("schemas", file));
    }

    private static String read(String folder, String file) {
        try {
            return Files.readString(ContractFiles.folder(folder).resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
