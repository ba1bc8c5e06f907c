package ma.jazari.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The committed resources are what {@code kubectl kustomize} makes of the overlays. */
class RenderedTest {

    private static final int PATIENCE_SECONDS = 60;

    @ParameterizedTest
    @EnumSource
    void is_what_the_overlay_renders_to(Overlay overlay) throws Exception {
        var rendered = kustomize(overlay);
        if (Boolean.getBoolean("jazari.k8s.update")) {
            Files.createDirectories(overlay.rendered().toAbsolutePath().getParent());
            Files.writeString(overlay.rendered(), rendered);
        }

        assertThat(Files.readString(overlay.rendered()))
                .as("%s; render it anew by: mvn -pl k8s test -Djazari.k8s.update=true", overlay.rendered())
                .isEqualTo(rendered);
    }

    private static String kustomize(Overlay overlay) throws Exception {
        var output = Files.createTempFile("kustomize", ".yaml");
        try {
            var process = new ProcessBuilder(
                            "kubectl", "kustomize", overlay.folder().toString())
                    .redirectOutput(output.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
            return Files.readString(output);
        } catch (IOException e) {
            return abort("There is no kubectl here, so nobody renders " + overlay.folder() + ".");
        } finally {
            Files.delete(output);
        }
    }
}
