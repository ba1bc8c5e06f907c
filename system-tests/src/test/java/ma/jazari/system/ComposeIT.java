package ma.jazari.system;

import static ma.jazari.system.Institutes.named;
import static ma.jazari.system.Institutes.path;
import static ma.jazari.system.Institutes.uniqueName;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import ma.jazari.localstack.keycloak.Tokens;
import ma.jazari.system.harness.Registry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The system in containers, from images that {@code ./jazari images} has built: {@code ./jazari test --compose}. */
@EnabledIfSystemProperty(named = "jazari.compose", matches = "true")
@TestMethodOrder(MethodOrderer.MethodName.class)
class ComposeIT {

    private static final Path ROOT =
            Path.of(System.getProperty("jazari.root", "..")).toAbsolutePath().normalize();
    private static final URI GATEWAY = URI.create("http://localhost:28080");
    private static final URI KEYCLOAK = URI.create("http://localhost:28180");
    private static final Map<String, String> SETTINGS = Map.of(
            "COMPOSE_PROJECT_NAME", "jazari-test",
            "COMPOSE_PROFILES", "samples",
            "JAZARI_SAMPLES", "true",
            "JAZARI_GATEWAY_PORT", Integer.toString(GATEWAY.getPort()),
            "JAZARI_KEYCLOAK_PORT", Integer.toString(KEYCLOAK.getPort()),
            "JAZARI_GATEWAY_URL", GATEWAY.toString(),
            "JAZARI_KEYCLOAK_URL", KEYCLOAK.toString());
    private static final int MOST_MINUTES = 10;

    private static final Registry REGISTRY =
            Registry.elsewhere(GATEWAY, name -> new Tokens(KEYCLOAK, ROOT.resolve("keycloak")).of(name));

    @BeforeAll
    static void starts() throws Exception {
        compose("up", "-d", "--wait");
    }

    @AfterAll
    static void leaves_nothing() throws Exception {
        REGISTRY.close();
        compose("down", "-v");
    }

    @Test
    void a_takes_an_institute_to_the_public_and_to_the_other_services() {
        var admin = REGISTRY.as("root-admin").with("If-Match", "*");
        var name = uniqueName("Institut en conteneur");

        var id = admin.post(Institutes.PATH, named(name)).expect(201).text("/id");
        REGISTRY.anonymous().get(path(id)).expectProblem(404, "not-found");
        for (var to : List.of("PENDING", "ACTIVE")) {
            admin.post(path(id) + "/transitions", "{\"to\": \"%s\", \"reason\": \"essai\"}".formatted(to))
                    .expect(200);
        }

        assertThat(REGISTRY.anonymous().get(path(id)).expect(200).text("/displayName"))
                .isEqualTo(name);
        // Who keeps conventions has heard of it, by Kafka.
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> Conventions.of(REGISTRY).draftWith(id).expect(201));
    }

    @Test
    void b_goes_on_where_it_was_when_a_service_was_killed() throws Exception {
        var institutes = REGISTRY.anonymous().get(Institutes.PATH).expect(200).body();

        compose("kill", "institutes-service");
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> REGISTRY.anonymous()
                .with("Cache-Control", "no-cache")
                .get(Institutes.PATH + "?q=" + System.nanoTime())
                .expectProblem(503, "unavailable"));
        compose("up", "-d", "--wait");

        assertThat(REGISTRY.anonymous().get(Institutes.PATH).expect(200).body()).isEqualTo(institutes);
    }

    private static void compose(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("docker", "compose"));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).directory(ROOT.toFile()).inheritIO();
        builder.environment().putAll(SETTINGS);
        var process = builder.start();
        assertThat(process.waitFor(MOST_MINUTES, TimeUnit.MINUTES))
                .as("docker compose %s ends", String.join(" ", arguments))
                .isTrue();
        assertThat(process.exitValue())
                .as("docker compose %s", String.join(" ", arguments))
                .isZero();
    }
}
