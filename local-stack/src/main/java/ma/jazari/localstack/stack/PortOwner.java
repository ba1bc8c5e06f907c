package ma.jazari.localstack.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** Who listens on a port, where lsof can tell. */
final class PortOwner {

    private static final int PATIENCE_SECONDS = 3;

    private PortOwner() {}

    /** Such as {@code , used by java (pid 4711)}; empty when it cannot be told. */
    static String of(int port) {
        try {
            var lsof = new ProcessBuilder("lsof", "-nP", "-iTCP:" + port, "-sTCP:LISTEN", "-Fpc")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var output = new String(lsof.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            var ended = lsof.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return ended ? described(output) : "";
        } catch (IOException noLsof) {
            return "";
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    /** Reads {@code p4711\ncjava\n}. */
    static String described(String output) {
        var pid = output.lines().filter(line -> line.startsWith("p")).findFirst();
        var command = output.lines().filter(line -> line.startsWith("c")).findFirst();
        if (pid.isEmpty() || command.isEmpty()) {
            return "";
        }
        return ", used by " + command.orElseThrow().substring(1) + " (pid "
                + pid.orElseThrow().substring(1) + ")";
    }
}
