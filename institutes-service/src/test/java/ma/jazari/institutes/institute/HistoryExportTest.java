package ma.jazari.institutes.institute;

import static ma.jazari.institutes.institute.InstituteFixture.active;
import static ma.jazari.institutes.institute.InstituteFixture.draft;
import static ma.jazari.institutes.institute.InstituteFixture.etag;
import static ma.jazari.institutes.institute.InstituteFixture.patch;
import static ma.jazari.platform.test.Api.anonymous;
import static ma.jazari.platform.test.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.hamcrest.Matchers.containsString;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import ma.jazari.platform.changelog.Canonical;
import ma.jazari.platform.test.RealParts;
import ma.jazari.platform.test.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Chains that are exported verify by the recipes that the guide gives, word for word. */
@QuarkusTest
@WithTestResource(RealParts.class)
class HistoryExportTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NDJSON = "application/x-ndjson";

    @Inject
    AgroalDataSource database;

    private Path directory;

    @BeforeEach
    void writeInto(@TempDir Path temporary) {
        directory = temporary;
    }

    @Test
    void holds_the_same_items_as_the_pages_as_far_as_the_caller_sees_them() throws Exception {
        var id = changed("Institut exporté");

        for (var token : List.of(Tokens.networkAdmin(), Tokens.instituteAdmin(id))) {
            var items = JSON.readTree(
                            as(token).get("/v1/institutes/{id}/history", id).asString())
                    .get("items");
            assertThat(lines(as(token)
                            .accept(NDJSON)
                            .get("/v1/institutes/{id}/history", id)
                            .asString()))
                    .containsExactlyElementsOf(items)
                    .hasSize(4);
        }
        var answer = anonymous().accept(NDJSON).get("/v1/institutes/{id}/history", id);
        answer.then().statusCode(200).header("Content-Type", containsString(NDJSON));
        assertThat(lines(answer.asString()))
                .extracting(item -> item.get("version").asInt())
                .containsExactly(3, 4);
        assertThat(answer.asString()).doesNotContain("a@example.org");
    }

    @Test
    void is_in_pages_unless_lines_are_asked_for() {
        var id = active("Institut par pages");

        for (var accept : List.of("*/*", "application/json", "application/json, application/x-ndjson;q=0.5")) {
            anonymous()
                    .accept(accept)
                    .get("/v1/institutes/{id}/history", id)
                    .then()
                    .statusCode(200)
                    .header("Content-Type", containsString("application/json"));
        }
        anonymous()
                .accept("text/csv")
                .get("/v1/institutes/{id}/history", id)
                .then()
                .statusCode(406);
    }

    @Test
    void goes_on_over_many_pages() {
        var id = draft("Institut souvent changé");
        for (int i = 0; i < 205; i++) {
            patch(Tokens.networkAdmin(), id, "*", "{\"region\": \"MA-" + (i % 2 == 0 ? "01" : "02") + "\"}")
                    .then()
                    .statusCode(200);
        }

        var lines = lines(as(Tokens.networkAdmin())
                .accept(NDJSON)
                .get("/v1/institutes/{id}/history", id)
                .asString());

        assertThat(lines).hasSize(206);
        assertThat(lines.getLast().get("version").asInt()).isEqualTo(206);
    }

    @Test
    void does_not_exist_for_those_who_may_not_see_the_record() {
        var id = draft("Brouillon exporté");

        anonymous().accept(NDJSON).get("/v1/institutes/{id}/history", id).then().statusCode(404);
        anonymous()
                .accept(NDJSON)
                .get("/v1/institutes/j00000099/history")
                .then()
                .statusCode(400);
        anonymous().get("/v1/network/history").then().statusCode(401);
        as(Tokens.instituteAdmin(id)).get("/v1/network/history").then().statusCode(403);
        as(Tokens.auditor()).get("/v1/network/history").then().statusCode(200);
    }

    @Test
    void verifies_by_the_script_of_the_guide() throws Exception {
        assumeThat(has("python3")).isTrue();
        var id = changed("Institut vérifié");
        var export = write(
                "one.ndjson",
                as(Tokens.networkAdmin())
                        .accept(NDJSON)
                        .get("/v1/institutes/{id}/history", id)
                        .asString());
        var published = write(
                "public.ndjson",
                anonymous()
                        .accept(NDJSON)
                        .get("/v1/institutes/{id}/history", id)
                        .asString());

        var all = verify(export);
        assertThat(all.exitCode()).as(all.toString()).isZero();
        assertThat(all.output()).matches(id + " 4 [0-9a-f]{64}\n");
        assertThat(verify(published)).isEqualTo(all);

        var text = Files.readString(export);
        assertThat(verify(write("reason.ndjson", text.replaceFirst("as the test says", "because")))
                        .errors())
                .contains(id + " version 2: its hash is not that of its content");
        assertThat(verify(write(
                                "state.ndjson",
                                text.replaceFirst("\"stateDigest\":\"[0-9a-f]{4}", "\"stateDigest\":\"0000")))
                        .errors())
                .contains("its stateDigest is not that of the state");
        assertThat(verify(write("private.ndjson", text.replaceFirst("a@example", "b@example")))
                        .errors())
                .contains("its privateChanges do not have their digest");
        var lines = text.lines().toList();
        assertThat(verify(write("gap.ndjson", lines.get(0) + "\n" + lines.get(2) + "\n"))
                        .errors())
                .contains(id + " version 3: it does not follow version 1");
        assertThat(verify(
                                write(
                                        "torn.ndjson",
                                        "{\"version\":1,\"subject\":{\"type\":\"INSTITUTE\",\"id\":\"x\"},\"unreadable\":\"\",\"hash\":\"\"}\n"))
                        .exitCode())
                .isEqualTo(1);
    }

    @Test
    void verifies_for_the_whole_network_and_gives_the_heads_that_the_check_gives() throws Exception {
        assumeThat(has("python3")).isTrue();
        var id = changed("Institut du réseau");
        try (var log = Tampering.with(database, "change_log", "hash", "none")) {
            // Another test leaves entries that are forged on purpose.
            log.execute("delete from change_log where hash = 'none'");
            var export = write(
                    "network.ndjson",
                    as(Tokens.auditor()).get("/v1/network/history").asString());
            var answer = verify(export);
            var heads = write("heads.txt", answer.output());

            assertThat(answer.exitCode()).as(answer.errors()).isZero();
            assertThat(answer.output()).contains(id + " 4 ");
            assertThat(Canonical.sha256(answer.output())).isEqualTo(headsDigest());
            assertThat(verify(export, heads).exitCode()).isZero();

            var truncated = write(
                    "truncated.ndjson",
                    Files.readString(export)
                            .lines()
                            .filter(line -> !(line.contains("\"" + id + "\"") && line.contains("\"version\":4")))
                            .collect(Collectors.joining("\n", "", "\n")));
            assertThat(verify(truncated).exitCode())
                    .as("a chain does not know its end")
                    .isZero();
            var compared = verify(truncated, heads);
            assertThat(compared.exitCode()).isEqualTo(1);
            assertThat(compared.errors()).contains(id + " 4 ", "is not in it any more");
            jqAgrees(export, heads, truncated, id);
        }
    }

    private void jqAgrees(Path export, Path heads, Path truncated, String id) throws Exception {
        if (!has("jq")) {
            return;
        }
        var recipe = guide("```sh\n", "jq -r '\"\\(.subject.id)").replace("heads-2026-11.txt", heads.toString());

        var whole = run(recipe.replace("network.ndjson", export.toString()), "sh");
        assertThat(whole.output()).isEqualTo(Files.readString(heads));
        var cut = run(recipe.replace("network.ndjson", truncated.toString()), "sh");
        assertThat(cut.output().lines().findFirst())
                .hasValueSatisfying(line -> assertThat(line).startsWith(id + " 4 "));
    }

    @Test
    void goes_on_after_an_entry_that_was_made_unreadable() throws Exception {
        var id = active("Institut illisible dans l'archive");

        try (var tampering = Tampering.withLog(database, id)) {
            tampering.execute(
                    "update change_log set entry = 'gone' where subject_version = 2 and subject_id = '" + id + "'");

            var lines = lines(as(Tokens.auditor()).get("/v1/network/history").asString()).stream()
                    .filter(line -> line.get("subject") != null)
                    .filter(line -> line.get("subject").get("id").asText().equals(id))
                    .toList();
            assertThat(lines).hasSize(3);
            assertThat(lines.get(1).get("unreadable").asText()).isEqualTo("gone");
        }
    }

    private static String changed(String name) {
        var id = active(name);
        patch(
                        Tokens.networkAdmin(),
                        id,
                        etag(id),
                        """
                        {"location": {"city": "Fès", "lat": 34.03, "lon": -0.00005}, "established": "2026-03-01",
                         "contacts": [{"role": "ADMISSIONS", "email": "a@example.org"}]}
                        """)
                .then()
                .statusCode(200);
        return id;
    }

    private static String headsDigest() throws IOException {
        var check = as(Tokens.auditor())
                .get("/v1/institutes/integrity")
                .asString()
                .lines()
                .toList();
        return JSON.readTree(check.getLast())
                .get("result")
                .get("headsDigests")
                .get("INSTITUTE")
                .asText();
    }

    private Answer verify(Path... arguments) throws IOException, InterruptedException {
        var script = write("verify_history.py", guide("```python\n", "\"\"\"Checks exported"));
        var command = new ArrayList<>(List.of("python3", script.toString()));
        for (var argument : arguments) {
            command.add(argument.toString());
        }
        return run("", command.toArray(String[]::new));
    }

    /** The block of the guide that begins so. */
    private static String guide(String fence, String beginning) throws IOException {
        var guide = Files.readString(Path.of(System.getProperty("jazari.root"), "docs/guides/verify-a-history.md"));
        int from = guide.indexOf(fence + beginning) + fence.length();
        assertThat(from).isGreaterThan(fence.length());
        return guide.substring(from, guide.indexOf("```", from));
    }

    private Answer run(String input, String... command) throws IOException, InterruptedException {
        var errors = directory.resolve("errors");
        var builder = new ProcessBuilder(command).directory(directory.toFile()).redirectError(errors.toFile());
        builder.environment().put("PYTHONIOENCODING", "utf-8");
        var process = builder.start();
        try (var stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        }
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), output, Files.readString(errors));
    }

    private static boolean has(String program) throws InterruptedException {
        try {
            return new ProcessBuilder(program, "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    private static List<JsonNode> lines(String ndjson) {
        return ndjson.lines().map(line -> Canonical.object(line)).collect(Collectors.toList());
    }

    private record Answer(int exitCode, String output, String errors) {}
}
