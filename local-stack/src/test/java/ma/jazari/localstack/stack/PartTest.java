package ma.jazari.localstack.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import ma.jazari.localstack.process.Launch;
import ma.jazari.localstack.process.Probe;
import ma.jazari.localstack.run.RunFiles;
import ma.jazari.localstack.run.StateDirectory;
import ma.jazari.localstack.run.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartTest {

    private static final int TIMES = 20;
    private static final Duration PREPARING = Duration.ofMillis(20);

    private final Queue<Step> heard = new ConcurrentLinkedQueue<>();

    @Test
    void is_started_once_when_it_is_started_as_soon_as_it_was_killed(@TempDir Path directory) {
        var sleeper = new Sleeper(directory);
        var part = new Part(sleeper, new PartNotes(new RunFiles(new StateDirectory(directory)), sleeper), heard::add);
        part.start();

        for (int i = 0; i < TIMES; i++) {
            part.kill();
            part.start();
        }

        assertThat(part.identity()).isPresent();
        part.stop();
        assertThat(part.restarts()).isZero();
        assertThat(heard).noneMatch(step -> step.kind() == Step.Kind.NOTE);
    }

    /** A process that does nothing and is ready at once. */
    private record Sleeper(Path directory) implements PartDefinition {

        @Override
        public String name() {
            return "sleeper";
        }

        @Override
        public Set<String> dependencies() {
            return Set.of();
        }

        @Override
        public Map<Integer, String> ports() {
            return Map.of();
        }

        @Override
        public void prepare(Consumer<String> progress) {
            // As long as it takes until somebody hears that the last process has ended.
            LockSupport.parkNanos(PREPARING.toNanos());
        }

        @Override
        public Launch launch() {
            return new Launch(name(), List.of("sleep", "600"), Map.of(), directory, directory.resolve("sleeper.log"));
        }

        @Override
        public Probe probe() {
            return () -> true;
        }
    }
}
