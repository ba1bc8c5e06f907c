package ma.jazari.benchmarks.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPOutputStream;
import ma.jazari.benchmarks.BenchmarkException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class RorInstitutesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String UNIVERSITY =
            """
            {"id":"https://ror.org/04efg9a07","types":["education"],"established":1975,"status":"active",\
            "names":[{"value":"UM5","types":["acronym"],"lang":null},\
            {"value":" Mohammed V University ","types":["ror_display","label"],"lang":null},\
            {"value":"Université Mohammed V","types":["label"],"lang":"fr"},\
            {"value":"Université Mohammed-V de Rabat","types":["label"],"lang":"fr"},\
            {"value":"جامعة محمد الخامس","types":["alias"],"lang":null}],\
            "locations":[{"geonames_id":2538475,"geonames_details":{"name":"Rabat","lat":34.0,"lng":-6.8}}],\
            "external_ids":[{"type":"isni","all":["0000 0001 2168 4024","0000 0001 2168 4025"],"preferred":null},\
            {"type":"wikidata","all":["Q1"],"preferred":null},{"type":"fundref","all":["501100"],"preferred":null}],\
            "links":[{"type":"wikipedia","value":"https://en.wikipedia.org/wiki/A"},{"type":"website","value":"https://um5.example/"}],\
            "domains":["UM5.example","not a domain"]}
            """;
    private static final String COMPANY =
            """
            {"id":"https://ror.org/00bqrh472","types":["company"],"names":[{"value":"Atlas Robotics","types":["ror_display","label"],"lang":"en"}],\
            "locations":[],"external_ids":[{"type":"wikidata","all":["Q1"],"preferred":null}],"links":[],"domains":["um5.example"]}
            """;

    private final Path folder;

    RorInstitutesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void show_one_name_in_each_language_and_the_one_that_ror_shows_first() throws IOException {
        var names = first(UNIVERSITY).path("names");

        assertThat(StreamSupport.stream(names.spliterator(), false).map(JsonNode::toString))
                .containsExactly(
                        name("Mohammed V University", "en", "DISPLAY"),
                        name("Université Mohammed V", "fr", "DISPLAY"),
                        name("Université Mohammed-V de Rabat", "fr", "ALIAS"),
                        name("UM5", "en", "ACRONYM"),
                        name("جامعة محمد الخامس", "ar", "ALIAS"));
    }

    @Test
    void have_a_name_in_french_where_they_have_none_in_french_or_arabic() throws IOException {
        assertThat(first(COMPANY).path("names").path(1).toString()).isEqualTo(name("Atlas Robotics", "fr", "DISPLAY"));
    }

    @Test
    void keep_place_year_website_and_the_ids_that_are_well_formed() throws IOException {
        var university = first(UNIVERSITY);

        assertThat(university.path("location").toString())
                .isEqualTo("{\"city\":\"Rabat\",\"lat\":34.0,\"lon\":-6.8,\"geonamesId\":2538475}");
        assertThat(university.path("established").asText()).isEqualTo("1975-01-01");
        assertThat(university.at("/links/0/url").asText()).isEqualTo("https://um5.example/");
        assertThat(university.path("domains").toString()).isEqualTo("[\"um5.example\"]");
        assertThat(university.path("missions").toString()).isEqualTo("[\"RESEARCH\",\"TRAINING\"]");
        assertThat(university.path("region").asText()).matches("MA-(0[1-9]|1[0-2])");
        assertThat(StreamSupport.stream(university.path("externalIds").spliterator(), false)
                        .map(id -> id.path("value").asText()))
                .containsExactly("https://ror.org/04efg9a07", "0000 0001 2168 4024", "Q1");
    }

    @Test
    void leave_out_what_an_earlier_one_has() throws IOException {
        try (var institutes = new RorInstitutes(dump("dump.json", UNIVERSITY + COMPANY))) {
            institutes.next();
            var company = JSON.readTree(institutes.next());

            assertThat(company.has("domains")).isFalse();
            assertThat(company.path("externalIds")).hasSize(1);
        }
    }

    @Test
    void come_again_under_other_names_without_ids_when_they_run_out() throws IOException {
        try (var institutes = new RorInstitutes(dump("dump.json", UNIVERSITY))) {
            institutes.next();
            var second = JSON.readTree(institutes.next());
            var third = JSON.readTree(institutes.next());

            assertThat(second.at("/names/0/value").asText()).isEqualTo("Mohammed V University Al-Jazari");
            assertThat(second.at("/names/4/value").asText()).isEqualTo("جامعة محمد الخامس الجزري");
            assertThat(third.at("/names/0/value").asText()).isEqualTo("Mohammed V University Al-Khwarizmi");
            assertThat(List.of(second, third)).noneMatch(copy -> copy.has("domains") || copy.has("externalIds"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dump.json", "dump.json.gz", "dump.json.xz"})
    void are_read_plain_and_compressed(String name) throws IOException {
        try (var institutes = new RorInstitutes(dump(name, UNIVERSITY))) {
            assertThat(institutes.next()).contains("Mohammed V University");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[\n", "{\"names\":[]}\n"})
    void refuse_what_is_no_dump(String content) throws IOException {
        try (var institutes = new RorInstitutes(dump("dump.json", content))) {
            assertThatThrownBy(institutes::next)
                    .isInstanceOf(BenchmarkException.class)
                    .hasMessageContaining("dump.json");
        }
    }

    @Test
    void say_which_file_is_missing() {
        assertThatThrownBy(() -> new RorInstitutes(folder.resolve("none.json")))
                .isInstanceOf(BenchmarkException.class)
                .hasMessageContaining("none.json");
    }

    private JsonNode first(String line) throws IOException {
        try (var institutes = new RorInstitutes(dump("dump.json", line))) {
            return JSON.readTree(institutes.next());
        }
    }

    private Path dump(String name, String content) throws IOException {
        var file = folder.resolve(name);
        try (var out = compressed(name, Files.newOutputStream(file))) {
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    private static OutputStream compressed(String name, OutputStream out) throws IOException {
        if (name.endsWith(".xz")) {
            return new XZOutputStream(out, new LZMA2Options());
        }
        return name.endsWith(".gz") ? new GZIPOutputStream(out) : out;
    }

    private static String name(String value, String lang, String type) {
        return "{\"value\":\"%s\",\"lang\":\"%s\",\"type\":\"%s\"}".formatted(value, lang, type);
    }
}
