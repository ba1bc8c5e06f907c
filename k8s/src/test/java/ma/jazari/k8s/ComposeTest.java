package ma.jazari.k8s;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** docker-compose.yml, against itself, its settings and the images. */
class ComposeTest {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+):-([^}]*)}");
    private static final Pattern SETTING = Pattern.compile("^([A-Z_]+)=(.*)$", Pattern.MULTILINE);

    private String text = "";
    private JsonNode compose = new ObjectMapper().createObjectNode();

    @BeforeEach
    void read() throws IOException {
        text = Files.readString(Repository.file("docker-compose.yml"));
        // This reader follows "<<", unlike Jackson's own.
        compose = new ObjectMapper().valueToTree(new Yaml().load(text));
    }

    @Test
    void runs_images_that_are_built() throws IOException {
        var built = Repository.imagesBuilt();

        assertThat(services().values()).allSatisfy(service -> {
            var image = service.path("image").asText();
            assertThat(image).startsWith("jazari/").endsWith(":${JAZARI_VERSION:-latest}");
            assertThat(built).contains(image.substring("jazari/".length(), image.indexOf(':')));
        });
    }

    @Test
    void lets_nobody_in_but_by_the_gateway_and_keycloak() {
        assertThat(services().entrySet().stream()
                        .filter(service -> service.getValue().has("ports"))
                        .map(Map.Entry::getKey))
                .containsExactlyInAnyOrder("gateway", "keycloak");
        assertThat(compose.at("/networks/data/internal").asBoolean()).isTrue();
        assertThat(compose.at("/networks/services/internal").asBoolean()).isTrue();
        assertThat(texts(compose.at("/services/postgres/networks"))).containsExactly("data");
        assertThat(texts(compose.at("/services/kafka/networks"))).containsExactly("data");
    }

    @Test
    void confines_every_container() {
        services().forEach((name, service) -> {
            assertThat(service.path("read_only").asBoolean()).as(name).isTrue();
            assertThat(texts(service.path("cap_drop"))).as(name).containsExactly("ALL");
            assertThat(texts(service.path("security_opt"))).as(name).containsExactly("no-new-privileges:true");
            assertThat(service.has("mem_limit")).as(name).isTrue();
            assertThat(service.path("restart").asText()).as(name).isNotEmpty();
            assertThat(service.at("/logging/options/max-size").asText())
                    .as(name)
                    .isNotEmpty();
        });
    }

    @Test
    void takes_secrets_from_files_that_are_made() throws IOException {
        var made = Files.readString(Repository.file("images/build"));
        var secrets = compose.path("secrets");

        services().forEach((name, service) -> assertThat(service.path("secrets"))
                .as(name)
                .allSatisfy(secret -> assertThat(secrets.has(
                                secret.isTextual()
                                        ? secret.asText()
                                        : secret.path("source").asText()))
                        .isTrue()));
        secrets.properties().forEach(secret -> {
            assertThat(secret.getValue().path("file").asText()).endsWith("/" + secret.getKey());
            assertThat(made).contains(secret.getKey());
        });
    }

    @Test
    void has_every_setting_with_its_default_in_the_example() throws IOException {
        var example = SETTING.matcher(Files.readString(Repository.file(".env.example")))
                .results()
                .collect(toMap(match -> match.group(1), match -> match.group(2)));
        var used = VARIABLE.matcher(text)
                .results()
                .collect(toMap(match -> match.group(1), match -> match.group(2), ComposeTest::same));

        assertThat(new TreeMap<>(used)).isEqualTo(new TreeMap<>(example));
    }

    private static String same(String one, String other) {
        assertThat(other).isEqualTo(one);
        return one;
    }

    private Map<String, JsonNode> services() {
        var services = new TreeMap<String, JsonNode>();
        compose.path("services").properties().forEach(service -> services.put(service.getKey(), service.getValue()));
        return services;
    }

    private static List<String> texts(JsonNode array) {
        return stream(array).map(JsonNode::asText).toList();
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
