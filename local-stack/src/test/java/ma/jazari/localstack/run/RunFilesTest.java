package ma.jazari.localstack.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFilesTest {

    private final StateDirectory state;

    RunFilesTest(@TempDir Path directory) {
        state = new StateDirectory(directory);
    }

    @Test
    void gives_back_what_was_noted_about_a_part() {
        var files = new RunFiles(state);
        var part = new PartRecord("kafka", PartState.READY, 4711, 1_000, List.of(19092, 19093), 2, null);

        files.write(part);

        assertThat(files.parts()).containsExactly(part);
        files.forget(part);
        assertThat(files.parts()).isEmpty();
    }

    @Test
    void does_not_take_a_supervisor_that_is_gone_for_one_that_runs() {
        var files = new RunFiles(state);

        files.write(SupervisorRecord.ofThisProcess(100));
        assertThat(files.liveSupervisor()).map(SupervisorRecord::portOffset).contains(100);

        files.write(new SupervisorRecord(ProcessHandle.current().pid(), 0, 100));
        assertThat(files.liveSupervisor()).isEmpty();
        assertThat(files.supervisor()).isPresent();
    }

    @Test
    void lets_one_stack_use_a_state_directory_at_a_time() {
        try (var first = StackLock.tryAcquire(state).orElseThrow()) {
            assertThat(first).isNotNull();
            assertThat(StackLock.tryAcquire(state)).isEmpty();
        }

        try (var second = StackLock.tryAcquire(state).orElseThrow()) {
            assertThat(second).isNotNull();
        }
    }

    @Test
    void hands_steps_over_in_order_each_once() {
        var files = new RunFiles(state);
        var log = StepLog.begin(files);
        var reader = new StepLog.Reader(files);

        log.accept(Step.now(Step.Kind.BEGUN, "kafka", "starting"));
        log.accept(Step.now(Step.Kind.DONE, "kafka", "ready"));
        assertThat(reader.next()).extracting(Step::text).containsExactly("starting", "ready");

        log.accept(Step.now(Step.Kind.READY, null, ""));
        assertThat(reader.next()).extracting(Step::kind).containsExactly(Step.Kind.READY);
        assertThat(reader.next()).isEmpty();
    }

    @Test
    void makes_a_secret_once_and_for_its_owner_alone() throws Exception {
        var secret = new Secrets(state).get("postgres-superuser");

        assertThat(secret).hasSize(32);
        assertThat(new Secrets(state).get("postgres-superuser")).isEqualTo(secret);
        assertThat(new Secrets(state).get("keycloak-admin")).isNotEqualTo(secret);
        var file = state.directory().resolve("secrets/postgres-superuser");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }
}
