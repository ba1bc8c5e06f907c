package ma.jazari.localstack.cli;

import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import ma.jazari.localstack.LocalStackException;
import ma.jazari.localstack.run.RunFiles;
import ma.jazari.localstack.run.Step;
import ma.jazari.localstack.run.StepLog;
import ma.jazari.localstack.run.SupervisorRecord;
import ma.jazari.localstack.stack.LocalStack;
import ma.jazari.localstack.stack.StackOptions;
import org.jspecify.annotations.Nullable;

/** The process that owns the parts, in a session of its own, until it is asked to end. */
final class Supervisor {

    private final StackOptions options;
    private final AtomicBoolean ending = new AtomicBoolean();

    Supervisor(StackOptions options) {
        this.options = options;
    }

    int run(Command.Supervise command) {
        var files = new RunFiles(options.state());
        // Its steps go through a file, which must not be emptied under a supervisor that still uses it: lock first.
        var steps = new LateSteps();
        var stack = LocalStack.claim(options.withOnly(command.only()).withSamples(command.samples()), steps::hear);
        steps.begin(StepLog.begin(files));
        files.write(SupervisorRecord.ofThisProcess(options.ports().offset()));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(stack, files, steps), "end"));
        try {
            stack.startAll();
            steps.hear(Step.now(Step.Kind.READY, null, ""));
            new CountDownLatch(1).await();
            return 0;
        } catch (LocalStackException failure) {
            return failed(steps, Objects.requireNonNullElse(failure.getMessage(), "unknown"));
        } catch (InterruptedException interruption) {
            return failed(steps, "interrupted");
        }
    }

    private int failed(LateSteps steps, String message) {
        if (!ending.get()) {
            steps.hear(Step.now(Step.Kind.FAILED, null, message));
        }
        return 1;
    }

    private void end(LocalStack stack, RunFiles files, LateSteps steps) {
        ending.set(true);
        stack.stop();
        files.forgetSupervisor();
        steps.hear(Step.now(Step.Kind.STOPPED, null, ""));
    }

    /** Where steps go once there is a place for them. */
    private static final class LateSteps {

        private @Nullable StepLog log;

        void begin(StepLog newLog) {
            this.log = newLog;
        }

        void hear(Step step) {
            if (log != null) {
                log.accept(step);
            }
        }
    }
}
