package ma.jazari.benchmarks.stack;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import ma.jazari.benchmarks.BenchmarkException;
import ma.jazari.benchmarks.Progress;
import ma.jazari.localstack.dist.Trees;
import ma.jazari.localstack.run.RunFiles;
import ma.jazari.localstack.run.Step;
import ma.jazari.localstack.stack.Leftovers;
import ma.jazari.localstack.stack.LocalStack;
import ma.jazari.localstack.stack.Ports;
import ma.jazari.localstack.stack.StackOptions;
import org.jspecify.annotations.Nullable;

/** The stack that is measured: a fresh one, which goes away again, or the one that runs. */
public final class BenchmarkStack implements AutoCloseable {

    private static final int REMINDER_SECONDS = 10;

    private final Registry registry;
    private final Progress progress;
    private final @Nullable LocalStack own;

    private BenchmarkStack(StackOptions options, Progress progress, @Nullable LocalStack own) {
        this.registry = new Registry(options);
        this.progress = progress;
        this.own = own;
    }

    /** The stack that runs, as its supervisor says. */
    public static BenchmarkStack running(StackOptions environment, Progress progress) {
        var supervisor = new RunFiles(environment.state())
                .liveSupervisor()
                .orElseThrow(() -> new BenchmarkException("No stack runs. Start one with ./jazari up, or leave out"
                        + " --running: then the benchmark starts one of its own."));
        progress.say(
                "Measuring the stack that runs; it keeps the drafts and conventions that are made now (\"Banc d'essai ...\")");
        return new BenchmarkStack(environment.withPortsOf(supervisor), progress, null);
    }

    /** A fresh stack beside all others. */
    public static BenchmarkStack own(StackOptions environment, Ports ports, Progress progress) {
        if (new RunFiles(environment.state()).liveSupervisor().isPresent()) {
            progress.say("Note: the stack that runs takes some of the machine; ./jazari down stops it");
        }
        var folder = environment.state().directory().resolve("bench").resolve("stack");
        var options = environment.withState(folder).withPorts(ports).withSamples(true);
        progress.say("Starting a stack of its own in " + folder + ", gateway at port " + ports.gateway());
        var stack = LocalStack.claim(options, step -> tell(step, progress));
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "stop the stack"));
        start(stack, progress);
        return new BenchmarkStack(options, progress, stack);
    }

    private static void start(LocalStack stack, Progress progress) {
        try (var reminder = Executors.newSingleThreadScheduledExecutor()) {
            var reminding = reminder.scheduleAtFixedRate(
                    () -> progress.say("  still starting"), REMINDER_SECONDS, REMINDER_SECONDS, TimeUnit.SECONDS);
            try {
                new Leftovers(new RunFiles(stack.options().state())).stop();
                deleteData(stack.options());
                stack.startAll();
            } catch (IOException failure) {
                stack.close();
                throw new BenchmarkException("Cannot delete an earlier run's data: " + failure.getMessage(), failure);
            } finally {
                reminding.cancel(false);
            }
        }
    }

    private static void deleteData(StackOptions options) throws IOException {
        for (var name : List.of("data", "mails")) {
            Trees.delete(options.state().directory().resolve(name));
        }
    }

    private static void tell(Step step, Progress progress) {
        if (step.kind() == Step.Kind.DONE || step.kind() == Step.Kind.NOTE) {
            progress.say("  " + Objects.requireNonNullElse(step.subject(), "") + " " + step.text());
        }
    }

    public Registry registry() {
        return registry;
    }

    /** Stops the stack and deletes its data, if it was started for this; its logs stay. */
    @Override
    public void close() {
        if (own == null) {
            return;
        }
        progress.say("Stopping the stack");
        own.close();
        try {
            deleteData(registry.options());
        } catch (IOException failure) {
            progress.say("Its data could not be deleted: " + failure.getMessage());
        }
    }
}
