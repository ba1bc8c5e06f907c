package ma.jazari.institutes.importing;

import static java.util.concurrent.TimeUnit.SECONDS;
import static ma.jazari.institutes.importing.ImportFixture.CSV;
import static ma.jazari.institutes.importing.ImportFixture.NDJSON;
import static ma.jazari.institutes.importing.ImportFixture.counts;
import static ma.jazari.institutes.importing.ImportFixture.export;
import static ma.jazari.institutes.importing.ImportFixture.get;
import static ma.jazari.institutes.importing.ImportFixture.gzip;
import static ma.jazari.institutes.importing.ImportFixture.idOf;
import static ma.jazari.institutes.importing.ImportFixture.imported;
import static ma.jazari.institutes.importing.ImportFixture.json;
import static ma.jazari.institutes.importing.ImportFixture.line;
import static ma.jazari.institutes.importing.ImportFixture.post;
import static ma.jazari.institutes.importing.ImportFixture.root;
import static ma.jazari.institutes.importing.ImportFixture.unique;
import static ma.jazari.platform.test.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import ma.jazari.platform.id.PublicId;
import ma.jazari.platform.test.HashChain;
import ma.jazari.platform.test.ManyRecords;
import ma.jazari.platform.test.MessageSchema;
import ma.jazari.platform.test.RealParts;
import ma.jazari.platform.test.Tokens;
import ma.jazari.platform.test.TopicReader;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealParts.class)
@TestProfile(ManyRecords.class)
class ImportTest {

    @Inject
    AgroalDataSource database;

    @Test
    void creates_institutes_in_the_state_that_their_lines_say() {
        root();
        var mark = unique();

        var report = imported(line("Brouillon " + mark, domain("a" + mark, ""))
                + line("Soumis " + mark, domain("b" + mark, ", \"status\": \"PENDING\""))
                + line("Actif " + mark, domain("c" + mark, ", \"status\": \"ACTIVE\"")));

        assertThat(report.path("status").asText()).isEqualTo("COMPLETED");
        assertThat(report.path("accepted").asInt()).isEqualTo(3);
        assertThat(counts(report)).isEqualTo("3 0 0 0");
        assertThat(List.of("a", "b", "c"))
                .extracting(first ->
                        get(idOf(first + mark + ".example.org")).path("status").asText())
                .containsExactly("DRAFT", "PENDING", "ACTIVE");
    }

    @Test
    void leaves_one_change_and_one_public_message_of_an_institute_that_begins_as_active() {
        root();
        var mark = unique();
        imported(line("Actif " + mark, domain(mark, ", \"status\": \"ACTIVE\"")));
        var id = idOf(mark + ".example.org");

        var messages = await().atMost(20, SECONDS)
                .until(() -> TopicReader.messages("jazari.institutes", id), found -> !found.isEmpty());

        assertThat(messages).hasSize(1);
        assertThat(TopicReader.header(messages.getFirst(), "ce_type")).contains("ma.jazari.institute.imported.v1");
        assertThat(MessageSchema.violations(messages.getFirst())).isEmpty();
        var history = as(Tokens.networkAdmin()).get("/v1/institutes/{id}/history", id);
        assertThat(history.<List<String>>path("items.type")).containsExactly("institute.imported");
        assertThat(history.<List<Integer>>path("items.version")).containsExactly(1);
        assertThat(history.<String>path("items[0].reason")).startsWith("Import ");
    }

    @Test
    void takes_a_root_and_what_belongs_to_it_in_one_file_only_while_there_is_none() {
        var root = root();

        var report = imported(line("Racine " + unique()).replace("INSTITUTE", "ROOT"));

        assertThat(counts(report)).isEqualTo("0 0 0 1");
        assertThat(report.at("/lines/0/errors/0/detail").asText()).contains(root);
    }

    @Test
    void names_every_wrong_line_and_takes_the_others() {
        root();
        var file = new FileGenerator(System.nanoTime()).file(1000);

        var report = imported(file);

        assertThat(counts(report)).isEqualTo("990 0 0 10");
        assertThat(report.path("lines"))
                .extracting(line -> line.path("line").asInt())
                .containsExactly(100, 200, 300, 400, 500, 600, 700, 800, 900, 1000);
        assertThat(report.at("/lines/0/errors/0/pointer").asText()).isEqualTo("/region");
        assertThat(report.at("/lines/1/errors/0/pointer").asText()).isEqualTo("/externalIds/0/value");
        assertThat(report.at("/lines/2/errors/0/pointer").asText()).isEqualTo("/parentId");
        assertThat(report.at("/lines/3/errors/0/detail").asText()).contains("JSON");
    }

    @Test
    void changes_nothing_when_a_file_comes_again() {
        root();
        var file = new FileGenerator(System.nanoTime()).file(700) + "\n" + line("Sans clé " + unique());

        assertThat(counts(imported(file))).isEqualTo("694 0 0 7");
        assertThat(counts(imported(file))).isEqualTo("0 0 694 7");
        assertThat(counts(imported("?confirmed=true", NDJSON, file))).isEqualTo("0 0 694 7");
    }

    @Test
    void checks_everything_and_writes_nothing_in_a_dry_run() {
        root();
        var generator = new FileGenerator(System.nanoTime());
        var twice = generator.good(1).replace("\"DRAFT\"", "\"ACTIVE\"");
        var file = generator.file(700) + "\n" + twice.replace("\"sample\":true", "\"sample\":false");
        var before = changes();

        var rehearsal = imported("?dryRun=true", NDJSON, file);
        assertThat(changes()).isEqualTo(before);
        var report = imported(file);

        assertThat(rehearsal.path("dryRun").asBoolean()).isTrue();
        assertThat(counts(rehearsal)).isEqualTo("693 0 0 8").isEqualTo(counts(report));
        assertThat(rehearsal.path("lines")).isEqualTo(report.path("lines"));
    }

    @Test
    void finds_the_record_by_its_id_its_domain_or_its_id_elsewhere_and_replaces_it() {
        var mark = unique();
        var ror = ror();
        imported(line("Nommé " + mark, domain(mark, ror)));
        var id = idOf(mark + ".example.org");
        imported(line("Par domaine " + mark, domain(mark, "")));
        assertThat(get(id).path("displayName").asText()).isEqualTo("Par domaine " + mark);
        assertThat(get(id).path("externalIds")).isEmpty();

        imported(line("Par identifiant " + mark, ror + ", \"id\": \"" + id + "\""));
        imported(line("Par ROR " + mark, ror));

        assertThat(get(id).path("displayName").asText()).isEqualTo("Par ROR " + mark);
        assertThat(get(id).path("version").asInt()).isEqualTo(4);
        var history = as(Tokens.networkAdmin()).get("/v1/institutes/{id}/history", id);
        assertThat(HashChain.holds(history.asString())).isTrue();
    }

    @Test
    void keeps_the_contacts_that_no_line_names() {
        var mark = unique();
        imported(line(
                "Joignable " + mark,
                domain(mark, ", \"contacts\": [{\"role\": \"ADMISSIONS\", \"email\": \"a@example.org\"}]")));

        var report = imported(line("Joignable et renommé " + mark, domain(mark, "")));

        assertThat(counts(report)).isEqualTo("0 1 0 0");
        assertThat(get(idOf(mark + ".example.org")).at("/contacts/0/email").asText())
                .isEqualTo("a@example.org");
    }

    @Test
    void refuses_the_later_of_two_lines_that_name_the_same_record() {
        var mark = unique();
        imported(line("Premier " + mark, domain("old" + mark, "")));
        var id = idOf("old" + mark + ".example.org");

        var report = imported(line("Deux fois " + mark, domain("two" + mark, ""))
                + line("Deux fois aussi " + mark, domain("two" + mark, ""))
                + line("Premier, changé " + mark, ", \"id\": \"" + id + "\"")
                + line("Premier, par domaine " + mark, domain("old" + mark, "")));

        assertThat(counts(report)).isEqualTo("1 1 0 2");
        assertThat(report.at("/lines/0/errors/0/detail").asText()).contains("line 1 ");
        assertThat(report.at("/lines/1/errors/0/detail").asText()).contains("line 3 ");
    }

    @Test
    void refuses_a_line_that_names_several_records() {
        var mark = unique();
        imported(line("Un " + mark, domain("one" + mark, "")) + line("Deux " + mark, domain("two" + mark, "")));
        var both = ", \"domains\": [\"one%s.example.org\", \"two%s.example.org\"]".formatted(mark, mark);
        var one = idOf("one" + mark + ".example.org");

        var report = imported(line("Les deux " + mark, both) + line("Un " + mark, both + ", \"id\": \"" + one + "\""));

        assertThat(counts(report)).isEqualTo("0 0 0 2");
        assertThat(report.at("/lines/1/errors/0/pointer").asText()).isEqualTo("/domains/1");
    }

    @Test
    void refuses_a_new_record_with_the_name_of_another_unless_that_is_confirmed() {
        var name = "Homonyme " + unique();
        imported(line(name));

        var refused =
                imported(line(name.toUpperCase(Locale.ROOT), ", \"domains\": [\"" + unique() + ".example.org\"]"));
        var confirmed = imported("?confirmed=true", NDJSON, line(name, ", \"focusAreas\": [\"health\"]"));

        assertThat(refused.at("/lines/0/errors/0/pointer").asText()).isEqualTo("/names");
        assertThat(refused.at("/lines/0/errors/0/detail").asText()).contains("institute j");
        assertThat(counts(confirmed)).isEqualTo("1 0 0 0");
    }

    @Test
    void moves_nobody_and_overwrites_nothing_newer() {
        var mark = unique();
        imported(line("Lent " + mark, domain(mark, "")));
        var id = idOf(mark + ".example.org");
        ImportFixture.patch(id, "{\"region\": \"MA-07\"}");

        var report = imported(line("Lent " + mark, domain(mark, ", \"status\": \"ACTIVE\""))
                + line("Dépassé " + mark, ", \"version\": 1, \"id\": \"" + id + "\"")
                + line("Inconnu " + mark, ", \"id\": \"j00000195\"")
                + line("Fermé " + mark, ", \"status\": \"CLOSED\""));

        assertThat(report.path("lines"))
                .extracting(line -> line.at("/errors/0/pointer").asText())
                .containsExactly("/status", "/version", "/id", "/status");
        assertThat(get(id).path("version").asInt()).isEqualTo(2);
    }

    @Test
    void keeps_the_rules_of_the_tree_between_the_lines_of_a_file() {
        var root = root();
        var mark = unique();
        imported(line("A " + mark, domain("a" + mark, ", \"status\": \"ACTIVE\""))
                + line("B " + mark, domain("b" + mark, ", \"status\": \"ACTIVE\""))
                + line("Brouillon " + mark, domain("d" + mark, "")));
        var a = idOf("a" + mark + ".example.org");
        var b = idOf("b" + mark + ".example.org");
        var draft = idOf("d" + mark + ".example.org");

        var report = imported(
                "?dryRun=true",
                NDJSON,
                line("A " + mark, domain("a" + mark, parent(b)))
                        + line("B " + mark, domain("b" + mark, parent(a)))
                        + line("Sous brouillon " + mark, parent(draft) + ", \"status\": \"ACTIVE\"")
                        + line("Antenne " + mark).replace("INSTITUTE", "ANTENNA")
                        + line("Sous personne " + mark, parent("j00000195")));

        assertThat(counts(report)).isEqualTo("0 1 0 4");
        assertThat(report.at("/lines/0/errors/0/detail").asText()).contains("cycle");
        assertThat(report.path("lines"))
                .allSatisfy(line ->
                        assertThat(line.at("/errors/0/pointer").asText()).isEqualTo("/parentId"));
        assertThat(get(a).path("parentId").asText()).isEqualTo(root);
    }

    @Test
    void comes_out_unchanged_when_an_export_is_imported() {
        root();
        var mark = unique();
        imported(new FileGenerator(System.nanoTime()).file(99) + "\n"
                + line(
                        "=Formule, \\\"guillemets\\\"; " + mark,
                        domain(
                                mark,
                                ", \"links\": [{\"type\": \"WEBSITE\", \"url\": \"https://x.example.org/a;b\"},"
                                        + "{\"type\": \"OTHER\", \"url\": \"https://y.example.org\"}]")));
        ImportFixture.move(idOf(mark + ".example.org"), "PENDING");
        ImportFixture.move(idOf(mark + ".example.org"), "REJECTED");
        var before = changes();

        for (var type : List.of(NDJSON, CSV)) {
            var exported = export("", type, Tokens.networkAdmin()).body();
            var report = imported("", type, exported);

            assertThat(report.path("lines")).isEmpty();
            assertThat(report.path("unchanged").asInt()).isGreaterThan(100);
            assertThat(report.path("accepted")).isEqualTo(report.path("unchanged"));
        }
        assertThat(changes()).isEqualTo(before);
    }

    @Test
    void reads_csv_and_points_to_its_columns() {
        root();
        var mark = unique();
        var report = imported(
                "",
                CSV + "; charset=utf-8",
                """
                kind,status,name_fr,name_ar,acronym,missions,focusAreas,region,city,lat,lon,website,domains,isni,sample
                INSTITUTE,ACTIVE,"Institut, %1$s",معهد %1$s,IA;IB,RESEARCH;TRAINING,health,MA-03,Fès,34.03,-5.0,https://e.org,%1$s.example.org,,true
                INSTITUTE,,Faux %1$s,,,DANCING,Health,MA-99,Fès,north,-5.0,e.org,,123,maybe
                """
                        .formatted(mark));

        assertThat(counts(report)).isEqualTo("1 0 0 1");
        assertThat(report.at("/lines/0/line").asInt()).isEqualTo(3);
        assertThat(report.at("/lines/0/errors"))
                .extracting(error -> error.path("pointer").asText())
                .contains("missions", "focusAreas", "region", "lat", "website", "sample");
        var institute = get(idOf(mark + ".example.org"));
        assertThat(institute.path("names")).hasSize(4);
        assertThat(institute.at("/location/lon").asDouble()).isEqualTo(-5.0);
    }

    @Test
    void reads_gzip() {
        var file = line("Compressé " + unique()).getBytes(StandardCharsets.UTF_8);

        var report = json(post("", NDJSON, gzip(file), "Content-Encoding", "gzip"));

        assertThat(counts(report)).isEqualTo("1 0 0 0");
        assertThat(post("", NDJSON, file, "Content-Encoding", "gzip").statusCode())
                .isEqualTo(400);
        assertThat(post("", NDJSON, file, "Content-Encoding", "br").statusCode())
                .isEqualTo(415);
    }

    @Test
    void refuses_before_it_begins_what_cannot_be_imported() {
        var file = line("Personne").getBytes(StandardCharsets.UTF_8);

        assertThat(post(Tokens.auditor(), "", NDJSON, file).statusCode()).isEqualTo(403);
        assertThat(post(Tokens.instituteAdmin("j00000098"), "", NDJSON, file).statusCode())
                .isEqualTo(403);
        assertThat(post(Tokens.expired(), "", NDJSON, file).statusCode()).isEqualTo(401);
        assertThat(post("", "application/json", file).statusCode()).isEqualTo(415);
        assertThat(post("", CSV + ";charset=iso-8859-1", file).statusCode()).isEqualTo(415);
        assertThat(post("?dryrun=true", NDJSON, file).statusCode()).isEqualTo(400);
        assertThat(post("?dryRun=maybe", NDJSON, file).statusCode()).isEqualTo(400);
        var header = json(post("", CSV, "telephone\n".getBytes(StandardCharsets.UTF_8)));
        assertThat(header.at("/errors/0/pointer").asText()).isEqualTo("telephone");
    }

    @Test
    void ends_a_file_that_unpacks_to_too_much_with_a_report_that_says_so() {
        var mark = unique();
        var good = line("Avant la bombe " + mark);

        var report = json(post(
                "",
                NDJSON,
                gzip((good + " ".repeat(201_000_000)).getBytes(StandardCharsets.UTF_8)),
                "Content-Encoding",
                "gzip"));

        assertThat(report.path("status").asText()).isEqualTo("FAILED");
        assertThat(report.path("detail").asText()).contains("200,000,000 bytes");
        assertThat(report.path("created").asInt()).isEqualTo(1);
    }

    @Test
    void keeps_other_bodies_to_the_size_of_a_record() {
        var large = line("x".repeat(2_200_000));

        as(Tokens.networkAdmin())
                .contentType(ContentType.JSON)
                .body(large)
                .post("/v1/institutes")
                .then()
                .statusCode(413);
        assertThat(imported(large).at("/lines/0/errors/0/detail").asText()).contains("1000000 bytes");
    }

    @Test
    void lists_the_runs_and_all_their_rejected_lines() {
        var file =
                IntStream.range(0, 1300).mapToObj(i -> "{\"bad\": " + i + "}").collect(Collectors.joining("\n"));

        var report = imported(file);

        assertThat(report.path("lines")).hasSize(1000);
        assertThat(report.path("linesOmitted").asInt()).isEqualTo(300);
        var id = report.path("id").asText();
        var run =
                json(as(Tokens.auditor()).get("/v1/institutes/import/{id}", id).asString());
        assertThat(run.path("status").asText()).isEqualTo("COMPLETED");
        assertThat(run.path("rejected").asInt()).isEqualTo(1300);
        assertThat(run.path("linesRead").asInt()).isEqualTo(1300);
        assertThat(run.path("bytesRead").asLong()).isEqualTo(file.length());
        assertThat(run.at("/actor/name").asText()).isEqualTo("root-admin");
        var page = as(Tokens.auditor()).get("/v1/institutes/import/{id}/lines?limit=200&total=true", id);
        assertThat(page.<List<Integer>>path("items.line")).hasSize(200).startsWith(1, 2, 3);
        assertThat(page.<Integer>path("total")).isEqualTo(1300);
        var next = as(Tokens.auditor())
                .queryParam("cursor", page.<String>path("nextCursor"))
                .get("/v1/institutes/import/{id}/lines", id);
        assertThat(next.<List<Integer>>path("items.line")).startsWith(201);
        assertThat(as(Tokens.auditor()).get("/v1/institutes/import?limit=200").<List<String>>path("items.id"))
                .contains(id);
        as(Tokens.instituteAdmin("j00000098"))
                .get("/v1/institutes/import")
                .then()
                .statusCode(403);
        as(Tokens.auditor())
                .get("/v1/institutes/import/019c1e2a-7b1c-7c3d-8e4f-5a6b7c8d9e0f")
                .then()
                .statusCode(404);
        as(Tokens.auditor()).get("/v1/institutes/import/first").then().statusCode(400);
    }

    @Test
    void runs_alone_and_answers_from_its_first_moment_on() throws Exception {
        var mark = unique();
        try (var open = new OpenImport("")) {
            open.sendPart(line("Lentement " + mark));
            await().atMost(20, SECONDS).until(() -> open.received().contains("200 OK"));
            await().atMost(20, SECONDS).until(() -> open.received().contains("\r\n\r\n1\r\n\n"));

            var second = post("", NDJSON, line("Trop tôt").getBytes(StandardCharsets.UTF_8));

            assertThat(second.statusCode()).isEqualTo(409);
            var running = as(Tokens.networkAdmin())
                    .get(
                            "/v1/institutes/import/{id}",
                            json(second).path("runId").asText());
            assertThat(running.<String>path("status")).isEqualTo("RUNNING");
            int newlines = open.received().split("1\r\n\n", -1).length;
            await().atMost(20, SECONDS).until(() -> open.received().split("1\r\n\n", -1).length > newlines);
            open.finish();
            await().atMost(20, SECONDS).until(() -> open.received().contains("\"created\":1"));
        }
        assertThat(counts(imported(line("Lentement " + mark)))).isEqualTo("0 0 1 0");
    }

    @Test
    void keeps_what_came_before_a_client_was_lost_and_takes_the_file_again() throws Exception {
        var generator = new FileGenerator(System.nanoTime());
        root();
        try (var open = new OpenImport("")) {
            for (int i = 1; i <= 600; i++) {
                open.sendPart(generator.good(i) + "\n");
            }
            await().atMost(20, SECONDS).until(() -> run(running()).contains("\"created\":500"));
        }
        var last = await().atMost(20, SECONDS)
                .until(
                        () -> as(Tokens.auditor()).get("/v1/institutes/import?limit=1"),
                        answer -> !answer.<String>path("items[0].status").equals("RUNNING"));
        assertThat(last.<String>path("items[0].status")).isEqualTo("FAILED");
        assertThat(last.<String>path("items[0].detail")).contains("before it was complete");

        var file = IntStream.rangeClosed(1, 600).mapToObj(generator::good).collect(Collectors.joining("\n"));

        assertThat(imported(file).path("rejected").asInt()).isZero();
        assertThat(counts(imported(file))).isEqualTo("0 0 600 0");
    }

    @Test
    void shows_a_run_as_aborted_whose_process_died_and_lets_others_import() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    """
                    insert into institute_import_run (id, status, dry_run, confirmed, content_type, actor_name, updated_at)
                    values ('019c1e2a-0000-7c3d-8e4f-5a6b7c8d9e0f', 'RUNNING', false, false, 'text/csv', 'x', now() - interval '61 s')
                    """);
        }

        assertThat(run("019c1e2a-0000-7c3d-8e4f-5a6b7c8d9e0f")).contains("ABORTED");
        assertThat(imported(line("Après " + unique())).path("status").asText()).isEqualTo("COMPLETED");
        assertThat(run("019c1e2a-0000-7c3d-8e4f-5a6b7c8d9e0f")).contains("ABORTED");
    }

    @Test
    void takes_a_batch_line_by_line_that_another_write_gets_in_the_way_of() throws Exception {
        var mark = unique();
        imported(line("Rival " + mark, domain("rival" + mark, "")));
        var rival = idOf("rival" + mark + ".example.org");
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(
                    "insert into institute_key (kind, value, institute_id) values ('DOMAIN', 'wanted%s.example.org', '%s')"
                            .formatted(mark, rival));
            var report = CompletableFuture.supplyAsync(() -> imported(line("Voisin " + mark, domain("next" + mark, ""))
                    + line("Convoité " + mark, domain("wanted" + mark, ""))));
            await().atMost(20, SECONDS).until(this::someoneWaits);
            connection.commit();
            connection.setAutoCommit(true);

            assertThat(counts(report.get(20, SECONDS))).isEqualTo("1 1 0 0");
        }
        assertThat(get(rival).path("displayName").asText()).isEqualTo("Convoité " + mark);
    }

    @Test
    void takes_no_more_of_a_file_than_it_can_work_on() throws Exception {
        var part = OpenImport.chunk((line("Beaucoup " + unique()).strip() + "\n").repeat(50));
        var buffer = ByteBuffer.wrap(part.getBytes(StandardCharsets.UTF_8));
        long taken = 0;
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var open = new OpenImport("")) {
            // Nobody may change the tree meanwhile, and no batch can be written.
            statement.execute("select pg_advisory_lock(hashtextextended('institute-tree', 2))");
            long end = System.nanoTime() + SECONDS.toNanos(3);
            while (System.nanoTime() < end) {
                taken += open.offer(buffer);
                if (!buffer.hasRemaining()) {
                    buffer.rewind();
                }
            }
            statement.execute("select pg_advisory_unlock(hashtextextended('institute-tree', 2))");
        }

        // The buffers of two sockets, and a batch.
        assertThat(taken).isGreaterThan(500_000).isLessThan(16_000_000);
        await().atMost(20, SECONDS).until(() -> running().isEmpty());
    }

    private boolean someoneWaits() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select exists (select from pg_locks where not granted)")) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static String running() {
        var answer = as(Tokens.networkAdmin()).get("/v1/institutes/import?limit=1");
        return "RUNNING".equals(answer.<String>path("items[0].status")) ? answer.path("items[0].id") : "";
    }

    private static String run(String id) {
        return id.isEmpty()
                ? ""
                : as(Tokens.networkAdmin())
                        .get("/v1/institutes/import/{id}", id)
                        .asString();
    }

    private long changes() {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select max(position) from change_log")) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String domain(String name, String more) {
        return ", \"domains\": [\"" + name + ".example.org\"]" + more;
    }

    private static String parent(String id) {
        return ", \"parentId\": \"" + id + "\"";
    }

    private static String ror() {
        var id = PublicId.random('0');
        return ", \"externalIds\": [{\"scheme\": \"ROR\", \"value\": \"https://ror.org/" + id + "\"}]";
    }
}
