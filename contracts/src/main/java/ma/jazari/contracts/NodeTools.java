package ma.jazari.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The tools of {@code contracts/checks} that need Node, for tests. Node is optional: where it is missing, the log says so
 * and the tests that ask for it are skipped. Where it is there, {@code npm ci} installs what the committed lock file names.
 */
public final class NodeTools {

    /** Set to {@code off}, Node counts as missing: for machines that have it and reach no package registry. */
    public static final String SWITCH = "jazari.node";

    private static final int OLDEST = 20;
    private static final Duration INSTALLING = Duration.ofMinutes(5);
    private static final String INSTALLED = ".package-lock-of-the-installation.json";

    private final Path folder;

    private NodeTools(Path folder) {
        this.folder = folder;
    }

    /** What a tool said, both streams together, and its exit code. */
    public record Outcome(int code, String output) {

        public boolean isGood() {
            return code == 0;
        }
    }

    /**
     * Empty, with a warning in the log, where Node 20 or later is missing.
     *
     * @throws IllegalStateException where Node is there and the tools cannot be installed
     */
    public static Optional<NodeTools> find() {
        var folder = ContractFiles.folder("checks");
        if ("off".equals(System.getProperty(SWITCH))) {
            return missing("-D" + SWITCH + "=off");
        }
        int version = nodeVersion(folder);
        if (version < OLDEST) {
            return missing(version == 0 ? "there is no node on the PATH" : "node is of version " + version);
        }
        var tools = new NodeTools(folder);
        tools.install();
        return Optional.of(tools);
    }

    public Path folder() {
        return folder;
    }

    /** Runs a tool of {@code node_modules/.bin}, or {@code node} itself, in the folder of the checks. */
    public Outcome run(Duration limit, Map<String, String> environment, String tool, String... arguments) {
        var command = new ArrayList<String>();
        command.add(
                tool.equals("node")
                        ? tool
                        : folder.resolve("node_modules/.bin/" + tool).toString());
        command.addAll(List.of(arguments));
        return run(folder, limit, environment, command);
    }

    private static Optional<NodeTools> missing(String why) {
        System.err.printf(
                "[WARNING] Node %d or later is missing (%s): the checks of contracts/checks are skipped.%n",
                OLDEST, why);
        return Optional.empty();
    }

    private static int nodeVersion(Path folder) {
        try {
            var answer = run(folder, Duration.ofSeconds(20), Map.of(), List.of("node", "--version"));
            return answer.isGood() ? Integer.parseInt(answer.output().strip().replaceFirst("^v(\\d+).*$", "$1")) : 0;
        } catch (UncheckedIOException absent) {
            return 0;
        }
    }

    /** Once for each lock file, and by one of the tests that run at the same time. */
    private void install() {
        try {
            Files.createDirectories(folder.resolve("target"));
            try (var file = FileChannel.open(
                            folder.resolve("target/install.lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
                    var lock = file.lock()) {
                if (!lock.isValid() || isInstalled()) {
                    return;
                }
                var outcome = run(folder, INSTALLING, Map.of(), List.of("npm", "ci", "--prefer-offline"));
                if (!outcome.isGood()) {
                    throw new IllegalStateException("npm ci failed in " + folder
                            + "; without a package registry run with -D" + SWITCH + "=off\n" + outcome.output());
                }
                Files.copy(folder.resolve("package-lock.json"), folder.resolve("node_modules/" + INSTALLED));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isInstalled() throws IOException {
        var installed = folder.resolve("node_modules/" + INSTALLED);
        return Files.exists(installed) && Files.mismatch(installed, folder.resolve("package-lock.json")) < 0;
    }

    private static Outcome run(Path folder, Duration limit, Map<String, String> environment, List<String> command) {
        try {
            var output = Files.createTempFile("node-tools", ".log");
            try {
                return run(folder, limit, environment, command, output);
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static Outcome run(
            Path folder, Duration limit, Map<String, String> environment, List<String> command, Path output)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(Map.of("REDOCLY_TELEMETRY", "off", "REDOCLY_SUPPRESS_UPDATE_NOTICE", "true"));
        builder.environment().putAll(environment);
        var process = builder.start();
        if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
            return new Outcome(-1, command + " took longer than " + limit + "\n" + Files.readString(output));
        }
        return new Outcome(process.exitValue(), Files.readString(output));
    }
}
