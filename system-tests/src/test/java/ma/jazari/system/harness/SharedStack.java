package ma.jazari.system.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;
import ma.jazari.localstack.LocalStackException;
import ma.jazari.localstack.dist.ProjectRoot;
import ma.jazari.localstack.dist.Trees;
import ma.jazari.localstack.run.Step;
import ma.jazari.localstack.stack.LocalStack;
import ma.jazari.localstack.stack.StackOptions;
import org.jspecify.annotations.Nullable;

/** The stack of this test run, with state of its own that begins empty. */
final class SharedStack implements AutoCloseable {

    /** Beside a stack that a developer runs, and below the ports that the system hands out to clients. */
    private static final int PORT_OFFSET = 12_000;

    private static final double NANOS = 1e9;

    private final @Nullable Registry registry;
    private final @Nullable LocalStackException failure;

    private SharedStack(@Nullable Registry registry, @Nullable LocalStackException failure) {
        this.registry = registry;
        this.failure = failure;
    }

    /** Starts it; a failure is kept for all who ask, and not tried again by each. */
    static SharedStack start() {
        try {
            return new SharedStack(new Registry(startClean()), null);
        } catch (LocalStackException failure) {
            return new SharedStack(null, failure);
        }
    }

    Registry registry() {
        if (failure != null) {
            throw new LocalStackException("The stack did not start: " + failure.getMessage(), failure);
        }
        return Objects.requireNonNull(registry);
    }

    private static LocalStack startClean() {
        var options = StackOptions.separate(ProjectRoot.find().resolve("system-tests/target/stack"), PORT_OFFSET);
        var begun = System.nanoTime();
        var stack = LocalStack.claim(options, step -> tell(step, begun));
        Runtime.getRuntime().addShutdownHook(new Thread(stack::stop, "stop-stack"));
        stack.stopLeftovers();
        forget(options.state().directory());
        stack.startAll();
        // Where platform-test's readers of topics look.
        System.setProperty("kafka.bootstrap.servers", stack.kafkaBootstrapServers());
        return stack;
    }

    private static void forget(Path state) {
        try {
            Trees.delete(state.resolve("data"));
            Trees.delete(state.resolve("logs"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void tell(Step step, long begun) {
        if (!step.text().startsWith("loading ")) {
            System.out.printf(
                    "[stack %5.1f s] %s: %s%n",
                    (System.nanoTime() - begun) / NANOS,
                    Objects.requireNonNullElse(step.subject(), "stack"),
                    step.text());
        }
    }

    @Override
    public void close() {
        if (registry != null) {
            registry.close();
        }
    }
}
