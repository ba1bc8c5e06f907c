package ma.jazari.localstack.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import ma.jazari.localstack.dist.PosixModes;
import ma.jazari.localstack.dist.ProjectRoot;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script, in a project of its own with a Maven and a JDK that only write down how they were called. */
class LauncherScriptTest {

    private static final List<String> MODULES = List.of(
            "contracts",
            "local-stack",
            "platform",
            "platform-data",
            "institutes-service",
            "partnerships-service",
            "events-service",
            "gateway");

    private final Path root;
    private final Path jdk;
    private final Path calls;

    LauncherScriptTest(@TempDir Path directory) {
        root = directory.resolve("project");
        jdk = directory.resolve("jdk");
        calls = directory.resolve("calls");
    }

    @BeforeEach
    void layProjectOut() throws IOException {
        for (var module : MODULES) {
            Files.createDirectories(root.resolve(module).resolve("src/main/java"));
            write(root.resolve(module).resolve("pom.xml"), "<project/>");
            write(root.resolve(module).resolve("src/main/java/Some.java"), "class Some {}");
        }
        write(root.resolve("pom.xml"), "<project/>");
        write(root.resolve(".mvn/jvm.config"), "");
        Files.copy(ProjectRoot.find().resolve("jazari"), root.resolve("jazari"));
        fakeMaven("for module in " + String.join(" ", MODULES) + "; do mkdir -p $module/target; done\n"
                + "touch local-stack/target/local-stack.jar");
        fakeJdk("25.0.1");
    }

    @Test
    void builds_at_the_first_start_and_then_only_what_is_stale() throws Exception {
        jazari("up");
        assertThat(calls()).hasSize(2);
        assertThat(calls().getFirst())
                .startsWith("mvn ")
                .contains("-pl contracts,local-stack,platform")
                .contains("package");
        assertThat(calls().getLast()).startsWith("java ").contains("ma.jazari.localstack.Main up");

        jazari("up", "--detach");
        assertThat(calls()).as("nothing changed").hasSize(3);
        assertThat(calls().getLast()).endsWith("Main up --detach");
    }

    @Test
    void builds_again_when_a_file_was_changed_added_or_deleted() throws Exception {
        jazari("up");
        var source = root.resolve("gateway/src/main/java/Some.java");

        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(5)));
        jazari("up");
        assertThat(builds()).isEqualTo(2);

        Files.setLastModifiedTime(source, FileTime.from(Instant.now().minusSeconds(60)));
        jazari("up");
        assertThat(builds()).isEqualTo(2);

        Files.delete(source);
        jazari("up");
        assertThat(builds()).isEqualTo(3);
    }

    @Test
    void does_not_build_for_tests_that_were_changed() throws Exception {
        jazari("up");

        write(root.resolve("gateway/src/test/java/SomeTest.java"), "class SomeTest {}");
        jazari("up");

        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void shows_why_a_build_failed_and_starts_nothing() throws Exception {
        fakeMaven("echo '[ERROR] cannot find symbol'; exit 1");

        var answer = jazari("up");

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.output()).contains("cannot find symbol", "The build failed", "build.log");
        assertThat(calls()).noneMatch(call -> call.startsWith("java "));
    }

    @Test
    void answers_at_once_when_nothing_is_built() throws Exception {
        var answer = jazari("status");

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.output()).contains("./jazari up");
        assertThat(Files.exists(calls)).isFalse();
    }

    @Test
    void hands_the_check_of_the_logs_over_without_building() throws Exception {
        jazari("up");

        jazari("verify", "institutes");

        assertThat(calls().getLast()).endsWith("Main verify institutes");
        assertThat(builds()).isEqualTo(1);
        assertThat(jazari("help").output()).contains("./jazari verify [SERVICE]");
    }

    @Test
    void runs_the_tests_and_passes_their_exit_code_on() throws Exception {
        fakeMaven("exit 7");

        assertThat(jazari("test", "-pl", "gateway").exitCode()).isEqualTo(7);
        assertThat(calls()).containsExactly("mvn verify -pl gateway");
    }

    @Test
    void refuses_to_build_under_a_stack_that_runs() throws Exception {
        write(
                root.resolve(".jazari/run/supervisor.json"),
                "{\"pid\":" + ProcessHandle.current().pid() + "}");

        var answer = jazari("test");

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.output()).contains("./jazari down");
    }

    private Answer jazari(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("sh", root.resolve("jazari").toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", jdk.toString());
        builder.environment().put("JAZARI_MVN", root.resolve("fake-mvn").toString());
        List.of("JAZARI_STATE_DIR", "JAZARI_PORT_OFFSET").forEach(builder.environment()::remove);
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), output);
    }

    private record Answer(int exitCode, String output) {}

    private List<String> calls() throws IOException {
        return Files.readAllLines(calls);
    }

    private long builds() throws IOException {
        return calls().stream().filter(call -> call.startsWith("mvn ")).count();
    }

    private void fakeMaven(String behaviour) throws IOException {
        program(root.resolve("fake-mvn"), "echo mvn \"$@\" >> " + calls + "\n" + behaviour);
    }

    private void fakeJdk(String version) throws IOException {
        write(jdk.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        program(jdk.resolve("bin/java"), "echo java \"$@\" >> " + calls);
        program(jdk.resolve("bin/javac"), "");
    }

    private static void program(Path file, String script) throws IOException {
        write(file, "#!/bin/sh\n" + script + "\n");
        PosixModes.set(file, 0755);
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
