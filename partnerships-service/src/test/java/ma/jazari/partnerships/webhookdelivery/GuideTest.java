package ma.jazari.partnerships.webhookdelivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static ma.jazari.partnerships.partner.PartnerFixture.activePartner;
import static ma.jazari.partnerships.webhook.WebhookFixture.made;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import ma.jazari.partnerships.webhook.WebhookFixture.Made;
import ma.jazari.platform.test.RealParts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The receivers of the guide, as it prints them, run by other languages. */
@QuarkusTest
@WithTestResource(RealParts.class)
class GuideTest {

    private Path directory = Path.of("");

    @BeforeEach
    void in_a_folder_of_its_own(@TempDir Path temporary) {
        directory = temporary;
    }

    /** Needs python3. */
    @Test
    void is_verified_in_python() throws Exception {
        assumeTrue(succeeds("python3", "--version"), "python3 is missing");

        verifies("python", "receiver.py", "python3");
    }

    /** Needs node, and npm for the library of the standard. */
    @Test
    void is_verified_by_the_library_in_node() throws Exception {
        assumeTrue(succeeds("node", "--version"), "node is missing");
        assumeTrue(
                succeeds("npm", "install", "--no-audit", "--no-fund", "standardwebhooks@1.1.1"),
                "npm cannot install standardwebhooks");

        verifies("js", "receiver.mjs", "node");
    }

    private void verifies(String language, String name, String command) throws Exception {
        Files.writeString(directory.resolve(name), program(language));
        int port = freePort();
        var webhook = made(
                activePartner("Université qui lit " + language),
                "http://127.0.0.1:" + port + "/jazari",
                ", \"types\": [\"webhook.none\"]");
        var output = directory.resolve("output");
        var right = receiver(command, name, port, String.valueOf(webhook.secret()), output);
        try {
            var ping = pinged(webhook.post("/ping", "{}").path("id"), webhook);
            assertThat(ping).isEqualTo("DELIVERED");
            assertThat(Files.readString(output)).contains("verified webhook.ping");
        } finally {
            right.destroyForcibly().waitFor();
        }

        var wrong = receiver(command, name, port, "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", output);
        try {
            assertThat(pinged(webhook.post("/ping", "{}").path("id"), webhook)).isEqualTo("GIVEN_UP");
        } finally {
            wrong.destroyForcibly().waitFor();
        }
    }

    private static String pinged(String id, Made webhook) {
        return await().atMost(20, SECONDS)
                .until(
                        () -> webhook.get("/deliveries/" + id).<String>path("status"),
                        status -> !status.equals("PENDING"));
    }

    private Process receiver(String command, String name, int port, String secret, Path output) throws Exception {
        var builder = new ProcessBuilder(command, name)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("PORT", String.valueOf(port));
        builder.environment().put("WEBHOOK_SECRET", secret);
        var process = builder.start();
        await().atMost(20, SECONDS).until(() -> isListening(port));
        return process;
    }

    private static boolean isListening(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static String program(String language) throws IOException {
        var guide = Files.readString(Path.of(System.getProperty("jazari.root"), "docs/guides/webhooks.md"), UTF_8);
        var block =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(guide);
        assertThat(block.find()).isTrue();
        return block.group(1);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private boolean succeeds(String... command) throws InterruptedException {
        try {
            var process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(60, SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
