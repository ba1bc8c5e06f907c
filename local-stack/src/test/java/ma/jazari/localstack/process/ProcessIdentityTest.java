package ma.jazari.localstack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessIdentityTest {

    private final Path directory;

    ProcessIdentityTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void finds_the_process_that_it_names() {
        var identity = ProcessIdentity.of(ProcessHandle.current());

        assertThat(identity.isAlive()).isTrue();
    }

    @Test
    void does_not_take_another_process_with_the_same_pid_for_it() {
        var current = ProcessIdentity.of(ProcessHandle.current());
        var stale = new ProcessIdentity(current.pid(), current.startedAt().minusSeconds(60));

        assertThat(stale.isAlive()).isFalse();
    }

    @Test
    void knows_that_a_process_has_ended() {
        var process = cat();
        var identity = process.identity();

        process.kill();

        assertThat(identity.isAlive()).isFalse();
    }

    @Test
    void a_process_that_does_not_react_is_killed() {
        var process =
                OwnedProcess.start(launch("sh", "-c", "trap '' TERM; while :; do read -r line; done < /dev/zero"));

        process.stop(Signal.TERM, Duration.ofMillis(200));

        assertThat(process.identity().isAlive()).isFalse();
    }

    private OwnedProcess cat() {
        return OwnedProcess.start(launch("tail", "-f", "/dev/null"));
    }

    private Launch launch(String... command) {
        return new Launch("test", List.of(command), Map.of(), directory, directory.resolve("log"));
    }
}
