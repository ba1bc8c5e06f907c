package ma.jazari.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Probe;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is deployed is what is built. */
class BuildTest {

    private static final Pattern OURS = Pattern.compile("(?:.*/)?jazari/(?<name>[a-z-]+)(?::(?<version>.+))?");

    @ParameterizedTest
    @EnumSource
    void runs_images_that_are_built(Overlay overlay) throws IOException {
        var images = Resources.of(overlay).workloads().stream()
                .flatMap(workload -> workload.containers().stream())
                .map(container -> OURS.matcher(container.getImage()))
                .filter(Matcher::matches)
                .toList();

        assertThat(images)
                .extracting(image -> image.group("name"))
                .contains("gateway")
                .isSubsetOf(Repository.imagesBuilt());
        assertThat(images)
                .extracting(image -> image.group("version"))
                .containsOnly(overlay == Overlay.PRODUCTION ? Repository.version() : null);
    }

    @ParameterizedTest
    @EnumSource
    void asks_for_health_where_the_services_say_it(Overlay overlay) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(
                Repository.file("platform/src/main/resources/META-INF/microprofile-config.properties"))) {
            properties.load(reader);
        }
        var health = properties.getProperty("quarkus.smallrye-health.root-path");

        var probes = Resources.of(overlay).workloads().stream()
                .flatMap(workload -> workload.containers().stream())
                .filter(container -> container.getName().equals("app"))
                .flatMap(container -> Stream.of(
                        container.getStartupProbe(), container.getReadinessProbe(), container.getLivenessProbe()))
                .map(Objects::requireNonNull)
                .map(Probe::getHttpGet)
                .toList();

        assertThat(probes).isNotEmpty().allSatisfy(probe -> {
            assertThat(probe.getPath()).isIn(health + "/started", health + "/ready", health + "/live");
            assertThat(probe.getPort().getStrVal()).isEqualTo("management");
        });
    }
}
