package ma.jazari.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AsyncApiTest {

    private static final String TOPICS = "jazari.relay.topics.";
    private static final String RESTRICTED = ".restricted";

    private final ObjectNode description = read(ContractFiles.folder("asyncapi").resolve("jazari.yaml"));

    @Test
    void is_valid_alone_and_with_the_files_that_it_refers_to(@TempDir Path folder) throws IOException {
        var found = NodeTools.find();
        assumeTrue(found.isPresent(), "Node is missing");
        var bundle = Files.writeString(folder.resolve("bundle.yaml"), Yaml.write(bundled()));

        for (var file : Set.of(ContractFiles.folder("asyncapi").resolve("jazari.yaml"), bundle)) {
            var outcome =
                    found.orElseThrow().run(Duration.ofMinutes(1), Map.of(), "node", "asyncapi.mjs", file.toString());
            assertThat(outcome.output()).startsWith("valid: ");
        }
    }

    @Test
    void has_the_records_on_the_topics_where_the_relays_publish_them() {
        var published = new TreeMap<String, Set<String>>();
        for (var service : OpenApiMerge.PARTS) {
            relayed(service).forEach((record, topic) -> published
                    .computeIfAbsent(topic, ignored -> new TreeSet<>())
                    .add(record));
        }

        var described = new TreeMap<String, Set<String>>();
        description.path("channels").forEach(channel -> {
            if (channel.path("address").isTextual()) {
                described
                        .computeIfAbsent(channel.path("address").asText().replace(RESTRICTED, ""), t -> new TreeSet<>())
                        .addAll(names(channel.path("messages")));
            }
        });

        assertThat(described).isEqualTo(published);
    }

    @Test
    void says_of_every_message_which_service_which_types_and_which_schema() {
        for (var service : OpenApiMerge.PARTS) {
            relayed(service).keySet().forEach(record -> {
                var own = message(record).at("/headers/allOf/1/properties");
                assertThat(own.at("/ce_source/const").asText()).isEqualTo("/" + service);
                assertThat("ma.jazari." + record + ".some-thing.v1")
                        .matches(own.at("/ce_type/pattern").asText());
                assertThat(own.at("/ce_dataschema/const").asText()).isEqualTo("/schemas/" + record + ".v1.json");
                assertThat(message(record).at("/payload/$ref").asText()).isEqualTo("../schemas/" + record + ".v1.json");
            });
        }
    }

    @Test
    void says_the_same_of_a_property_as_the_rest_description() {
        var rest = ContractFiles.ofRepository().read("jazari").map(Yaml::read).orElseThrow();
        var answers = Map.of(
                "institute.v1", "Institute",
                "partner.v1", "Partner",
                "convention.v1", "Convention",
                "programme.v1", "Programme",
                "program-event.v1", "ProgramEvent",
                "measurement.v1", "Measurement",
                "change-suggestion.v1", "ChangeSuggestion");

        answers.forEach((state, answer) -> {
            var shown = rest.at("/components/schemas/" + answer + "/properties");
            assertThat(shown.isEmpty()).as(answer).isFalse();
            schema(state).path("properties").properties().forEach(property -> {
                var published = kind(property.getValue());
                var served = kind(SchemaCompatibility.resolved(rest, shown.path(property.getKey())));
                if (!published.isEmpty() && !served.isEmpty()) {
                    assertThat(published).as(state + " " + property.getKey()).isEqualTo(served);
                }
            });
        });
    }

    @Test
    void refers_to_nothing_outside_once_it_is_bundled() {
        assertThat(bundled().findValuesAsText("$ref")).isNotEmpty().allSatisfy(reference -> assertThat(
                        bundled().at(reference.substring(1)).isMissingNode())
                .as(reference)
                .isFalse());
    }

    private ObjectNode bundled() {
        return AsyncApi.bundle(description, AsyncApiTest::schema);
    }

    private JsonNode message(String record) {
        for (var message : description.at("/components/messages")) {
            if (message.path("name").asText().equals(record)) {
                return message;
            }
        }
        throw new AssertionError("no message " + record);
    }

    private Set<String> names(JsonNode messages) {
        var names = new TreeSet<String>();
        messages.findValuesAsText("$ref")
                .forEach(reference -> names.add(
                        description.at(reference.substring(1)).path("name").asText()));
        return names;
    }

    /** string, object, array, number or boolean; empty where nothing is said. */
    private static String kind(JsonNode schema) {
        if (schema.has("enum")) {
            return schema.at("/enum/0").isNumber() ? "number" : "string";
        }
        var type = schema.path("type").asText();
        return type.equals("integer") ? "number" : type;
    }

    private static Map<String, String> relayed(String service) {
        var file = ContractFiles.folder("..").resolve(service + "/src/main/resources/application.properties");
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var topics = new TreeMap<String, String>();
        properties.stringPropertyNames().stream()
                .filter(name -> name.startsWith(TOPICS))
                .forEach(name -> topics.put(
                        name.substring(TOPICS.length()).toLowerCase(Locale.ROOT).replace('_', '-'),
                        properties.getProperty(name)));
        return topics;
    }

    private static ObjectNode schema(String name) {
        return read(ContractFiles.folder("schemas").resolve(name + ".json"));
    }

    private static ObjectNode read(Path file) {
        try {
            return Yaml.read(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
