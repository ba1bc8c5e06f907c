package ma.jazari.localstack.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import ma.jazari.localstack.process.JavaRuntime;
import ma.jazari.localstack.run.RunFiles;
import ma.jazari.localstack.run.StepLog;
import ma.jazari.localstack.stack.PartProbes;
import ma.jazari.localstack.stack.StackOptions;

/** Starts a supervisor, shows what it does, and stays with it until Ctrl-C unless told not to. */
final class UpCommand {

    private static final List<String> SUPERVISOR_OPTIONS =
            List.of("-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED");
    private static final int INTERRUPTED = 130;
    private static final int END_LIMIT_MINUTES = 3;

    private final Console console;
    private final StackOptions options;
    private final RunFiles files;

    UpCommand(Console console, StackOptions options) {
        this.console = console;
        this.options = options;
        this.files = new RunFiles(options.state());
    }

    int run(Command.Up command) {
        var running = files.liveSupervisor();
        if (running.isPresent()) {
            console.line("Already up (supervisor " + running.orElseThrow().pid() + "):");
            new StatusCommand(console, options.withPortsOf(running.orElseThrow())).run();
            return 0;
        }
        PartProbes.requireKnown(options.withOnly(command.only()));
        console.line("Starting");
        StepLog.begin(files);
        return follow(startSupervisor(command), command);
    }

    private int follow(Process supervisor, Command.Up command) {
        var followed = new CountDownLatch(1);
        var interrupted = new Thread(() -> interrupt(supervisor, followed), "ctrl-c");
        Runtime.getRuntime().addShutdownHook(interrupted);
        var follower = new Follower(console, supervisor.toHandle(), new StepLog.Reader(files));
        try {
            if (!follower.untilReady()) {
                return follower.untilGone(options.state().log("supervisor"));
            }
            new Welcome(console, options, command.only()).show(command.detach());
            if (!command.detach()) {
                return follower.untilGone(options.state().log("supervisor")) == 0 ? INTERRUPTED : 1;
            }
            Runtime.getRuntime().removeShutdownHook(interrupted);
            return 0;
        } finally {
            followed.countDown();
        }
    }

    /** Ctrl-C: the supervisor stops the parts in order, and the main thread goes on showing that until it is over. */
    private void interrupt(Process supervisor, CountDownLatch followed) {
        if (followed.getCount() == 0) {
            return;
        }
        console.line("Stopping");
        supervisor.destroy();
        try {
            followed.await(END_LIMIT_MINUTES, TimeUnit.MINUTES);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }

    private Process startSupervisor(Command.Up command) {
        var java = new ArrayList<>(List.of(JavaRuntime.executable()));
        java.addAll(SUPERVISOR_OPTIONS);
        java.addAll(List.of(
                "-Djazari.root=" + options.root(),
                // The Kafka client lists its hundred settings otherwise.
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-cp",
                System.getProperty("java.class.path"),
                "ma.jazari.localstack.Main",
                "supervise"));
        if (!command.only().isEmpty()) {
            java.add("--only=" + String.join(",", command.only()));
        }
        if (!command.samples()) {
            java.add("--no-samples");
        }
        return DetachedProcess.start(java, Map.of(), options.state().log("supervisor"));
    }
}
