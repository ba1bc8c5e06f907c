package ma.jazari.localstack.cli;

import ma.jazari.localstack.run.RunFiles;
import ma.jazari.localstack.run.StepLog;
import ma.jazari.localstack.run.SupervisorRecord;
import ma.jazari.localstack.stack.Leftovers;
import ma.jazari.localstack.stack.StackOptions;

/** Stops everything, with the supervisor or, after a crash, without. */
final class DownCommand {

    private final Console console;
    private final StackOptions options;
    private final RunFiles files;

    DownCommand(Console console, StackOptions options) {
        this.console = console;
        this.options = options;
        this.files = new RunFiles(options.state());
    }

    int run() {
        var supervisor = files.liveSupervisor();
        var stoppedBySupervisor = supervisor.map(this::stop).orElse(true);
        var leftovers = new Leftovers(files).stop();
        files.forgetSupervisor();
        if (!leftovers.isEmpty()) {
            console.line("Stopped what was left: " + String.join(", ", leftovers));
        } else if (supervisor.isEmpty()) {
            console.line("Nothing is running.");
        }
        return stoppedBySupervisor ? 0 : 1;
    }

    private boolean stop(SupervisorRecord supervisor) {
        console.line("Stopping");
        var process = supervisor.identity().find();
        var steps = new StepLog.Reader(files).fromNow();
        process.ifPresent(ProcessHandle::destroy);
        return process.map(found -> new Follower(console, found, steps)
                                .untilGone(options.state().log("supervisor"))
                        == 0)
                .orElse(true);
    }
}
