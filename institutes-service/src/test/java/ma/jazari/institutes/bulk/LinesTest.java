package ma.jazari.institutes.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.validation.Validation;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import ma.jazari.platform.bulk.Body;
import ma.jazari.platform.bulk.BodyRefused;
import ma.jazari.platform.bulk.CsvText;
import ma.jazari.platform.bulk.Limits;
import ma.jazari.platform.json.JsonBinder;
import ma.jazari.platform.problem.Problem;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.Test;

class LinesTest {

    private static final Limits LIMITS = new Limits(100_000, 100, 200);
    private static final JsonBinder BINDER = new JsonBinder(Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator())
            .buildValidatorFactory()
            .getValidator());

    @Test
    void passes_blank_lines_over_and_keeps_the_numbers_of_the_file() throws IOException {
        var lines = all(FileFormat.NDJSON, "\uFEFF{\"region\": \"MA-01\"}\r\n\n  \n{\"region\": \"MA-02\"}");

        assertThat(lines).extracting(Line::number).containsExactly(1L, 4L);
        assertThat(lines).allSatisfy(line -> assertThat(line.errors()).isEmpty());
    }

    @Test
    void refuses_a_line_alone_that_is_no_json_or_too_long_or_not_utf_8() throws IOException {
        var file = new ByteArrayOutputStream();
        file.write("{\"a\": \n".getBytes(StandardCharsets.UTF_8));
        file.write(("{\"a\": \"" + "x".repeat(300) + "\"}\n").getBytes(StandardCharsets.UTF_8));
        file.write(new byte[] {'{', '"', (byte) 0xff, '"', '}', '\n'});
        file.write("[1]\n{\"region\": \"MA-01\"}".getBytes(StandardCharsets.UTF_8));

        var lines = all(FileFormat.NDJSON, new ByteArrayInputStream(file.toByteArray()), LIMITS);

        assertThat(lines).extracting(line -> line.errors().size()).containsExactly(1, 1, 1, 1, 0);
        assertThat(lines.get(1).errors().getFirst().detail()).contains("longer than 200 bytes");
        assertThat(lines.get(2).errors().getFirst().detail()).contains("UTF-8");
    }

    @Test
    void takes_what_an_export_writes_beside_the_record_out_of_it() throws IOException {
        var line = all(
                        FileFormat.NDJSON,
                        """
                        {"id": "j00000098", "status": "ACTIVE", "version": 3, "createdAt": "x", "relationships": {}, "region": "MA-01"}
                        """)
                .getFirst();

        assertThat(content(line).envelope().id()).isEqualTo("j00000098");
        assertThat(content(line).envelope().version()).isEqualTo(3);
        assertThat(content(line).alone().fieldNames()).toIterable().containsExactly("region");
    }

    @Test
    void ends_a_file_that_has_too_many_lines_or_bytes() {
        assertThatThrownBy(() -> all(FileFormat.NDJSON, "{}\n".repeat(101)))
                .isInstanceOf(BodyRefused.class)
                .hasMessageContaining("more than 100 lines");
        assertThatThrownBy(() -> all(FileFormat.NDJSON, "\n".repeat(100_001)))
                .isInstanceOf(BodyRefused.class)
                .hasMessageContaining("larger than 100,000 bytes");
    }

    @Test
    void counts_what_gzip_unpacks_and_refuses_one_that_is_broken() throws IOException {
        var bomb = gzip(new byte[10_000_000]);
        var truncated = Arrays.copyOf(gzip("{}\n".repeat(50).getBytes(StandardCharsets.UTF_8)), 15);

        assertThatThrownBy(() -> all(
                        FileFormat.NDJSON,
                        Body.gzip(new ByteArrayInputStream(bomb), Body.Bounds.of(1_000_000)),
                        LIMITS))
                .isInstanceOf(BodyRefused.class)
                .hasMessageContaining("1,000,000");
        assertThatThrownBy(() -> all(
                        FileFormat.NDJSON,
                        Body.gzip(new ByteArrayInputStream(truncated), Body.Bounds.of(1000)),
                        LIMITS))
                .isInstanceOf(BodyRefused.class);
        assertThatThrownBy(() -> Body.gzip(
                        new ByteArrayInputStream("{}".getBytes(StandardCharsets.UTF_8)), Body.Bounds.of(1000)))
                .isInstanceOf(BodyRefused.class);
    }

    @Test
    void reads_gzip_of_several_members_that_arrive_in_pieces() throws IOException {
        var file = new ByteArrayOutputStream();
        file.write(gzip("{}\n".getBytes(StandardCharsets.UTF_8)));
        file.write(gzip("{}\n".getBytes(StandardCharsets.UTF_8)));
        var slow = new ByteArrayInputStream(file.toByteArray()) {
            @Override
            public synchronized int available() {
                return 0;
            }
        };

        assertThat(all(FileFormat.NDJSON, Body.gzip(slow, Body.Bounds.of(1000)), LIMITS))
                .hasSize(2);
    }

    @Test
    void reads_quoted_values_over_several_lines() throws IOException {
        var lines = all(
                FileFormat.CSV,
                """
                name_fr,address,region
                "Institut ""Al-Jazari"", Fès","1,
                rue",MA-03
                Institut B,,MA-04
                """);

        assertThat(lines).extracting(Line::number).containsExactly(2L, 4L);
        var record = content(lines.getFirst()).alone();
        assertThat(record.at("/names/0/value").asText()).isEqualTo("Institut \"Al-Jazari\", Fès");
        assertThat(record.at("/location/address").asText()).isEqualTo("1,\nrue");
    }

    @Test
    void takes_a_quote_inside_a_value_for_a_character() throws IOException {
        var lines = all(
                FileFormat.CSV,
                """
                region,city
                MA-01,Salle 19" Tanger
                MA-02,"a ""b"", c"
                MA-03,Fès
                """);

        assertThat(lines).extracting(Line::number).containsExactly(2L, 3L, 4L);
        assertThat(content(lines.getFirst()).alone().at("/location/city").asText())
                .isEqualTo("Salle 19\" Tanger");
        assertThat(content(lines.get(1)).alone().at("/location/city").asText()).isEqualTo("a \"b\", c");
    }

    @Test
    void says_how_far_a_quoted_value_was_read_that_is_not_closed() throws IOException {
        var lines = all(FileFormat.CSV, "region,city\nMA-01,\"Tanger\nMA-02,Oujda\n");

        assertThat(lines).singleElement().satisfies(line -> assertThat(
                        line.errors().getFirst().detail())
                .contains("not closed", "up to line 3"));
    }

    @Test
    void says_what_is_wrong_with_a_header_that_is_no_record() {
        assertThatThrownBy(() -> all(FileFormat.CSV, "kind,\"status\nINSTITUTE,DRAFT\n"))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(
                                problem.violations().getFirst().detail())
                        .contains("RFC 4180"));
    }

    @Test
    void refuses_a_broken_record_of_csv_alone() throws IOException {
        var lines = all(
                FileFormat.CSV,
                """
                name_fr,region
                "a"b,MA-01
                one value
                Institut B,MA-04
                "never closed,MA-05
                """);

        assertThat(lines).extracting(line -> line.errors().size()).containsExactly(1, 1, 0, 1);
    }

    @Test
    void refuses_a_header_with_unknown_or_repeated_columns() {
        assertThatThrownBy(() -> all(FileFormat.CSV, "name_fr,telephone,name_fr\n"))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.violations())
                        .extracting(violation -> violation.pointer())
                        .containsExactly("telephone", "name_fr"));
        assertThatThrownBy(() -> all(FileFormat.CSV, "")).isInstanceOf(Problem.class);
    }

    @Test
    void names_the_column_of_what_is_wrong() throws IOException {
        var content = content(all(FileFormat.CSV, "name_ar,acronym,lat,isni\nمعهد,A;B,north,1\n")
                .getFirst());

        assertThat(List.of("/names/0/value", "/names/1", "/location/lat", "/externalIds/0/value", "/region", ""))
                .extracting(pointer -> content.place(pointer, content.alone()))
                .containsExactly("name_ar", "acronym", "lat", "isni", "region", "");
    }

    @Test
    void leaves_of_a_stored_record_what_the_columns_cannot_say() {
        var stored = BINDER.object(
                """
                {"names": [{"value": "Old", "lang": "fr", "type": "DISPLAY"}, {"value": "Former", "lang": "fr", "type": "FORMER"},
                           {"value": "A", "lang": "en", "type": "ACRONYM"}],
                 "links": [{"type": "WIKIPEDIA", "url": "https://fr.wikipedia.org/x"}], "missions": ["RESEARCH"],
                 "externalIds": [{"scheme": "GRID", "value": "grid.1.a"}, {"scheme": "WIKIDATA", "value": "Q1", "preferred": true}]}
                """
                        .getBytes(StandardCharsets.UTF_8));

        var after = CsvRecord.over(
                Map.of(
                        Column.NAME_FR, "New",
                        Column.ACRONYM, "A;B",
                        Column.WEBSITE, "https://example.org",
                        Column.WIKIDATA, "Q1"),
                stored);

        assertThat(after.at("/names").toString())
                .isEqualTo("[{\"value\":\"Former\",\"lang\":\"fr\",\"type\":\"FORMER\"},"
                        + "{\"value\":\"A\",\"lang\":\"en\",\"type\":\"ACRONYM\"},"
                        + "{\"value\":\"New\",\"lang\":\"fr\",\"type\":\"DISPLAY\"},"
                        + "{\"value\":\"B\",\"lang\":\"fr\",\"type\":\"ACRONYM\"}]");
        assertThat(after.at("/links")).hasSize(2);
        assertThat(after.at("/externalIds").toString())
                .isEqualTo("[{\"scheme\":\"GRID\",\"value\":\"grid.1.a\"},"
                        + "{\"scheme\":\"WIKIDATA\",\"value\":\"Q1\",\"preferred\":true}]");
        assertThat(after.at("/missions")).hasSize(1);
    }

    @Test
    void writes_no_formulas_and_reads_its_own_apostrophes_back() {
        for (var text : List.of("=1+1", "'=1+1", "-x", "+212", "@x", "plain", "'quoted'", "a;b\\c")) {
            assertThat(CsvText.read(CsvText.write(text))).isEqualTo(text);
            assertThat(CsvText.split(CsvText.read(CsvText.write(CsvText.join(Stream.of(text, "z"))))))
                    .containsExactly(text, "z");
        }
        assertThat(CsvText.write("=1+1")).startsWith("'");
    }

    private static Content content(Line line) {
        return Objects.requireNonNull(line.content());
    }

    private static List<Line> all(FileFormat format, String file) throws IOException {
        var in = new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8));
        return all(format, Body.plain(in, Body.Bounds.of(LIMITS.bytes())), LIMITS);
    }

    private static List<Line> all(FileFormat format, InputStream in, Limits limits) throws IOException {
        var lines = format.lines(in, limits, BINDER);
        var found = new ArrayList<Line>();
        for (var line = lines.next(); line != null; line = lines.next()) {
            found.add(line);
        }
        return found;
    }

    private static byte[] gzip(byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        }
        return bytes.toByteArray();
    }
}
