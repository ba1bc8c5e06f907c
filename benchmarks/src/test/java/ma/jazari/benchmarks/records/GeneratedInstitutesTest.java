package ma.jazari.benchmarks.records;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class GeneratedInstitutesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void are_the_same_ones_each_time() {
        try (var once = new GeneratedInstitutes();
                var again = new GeneratedInstitutes()) {
            assertThat(Stream.generate(once::next).limit(1000))
                    .containsExactlyElementsOf(
                            Stream.generate(again::next).limit(1000).toList());
        }
    }

    @Test
    void have_names_domains_and_ids_of_their_own_also_when_the_combinations_run_out() {
        try (var institutes = new GeneratedInstitutes()) {
            long count = institutes.combinations() + 5_000;
            var names = new HashSet<String>();
            var keys = new HashSet<String>();

            for (long i = 0; i < count; i++) {
                var institute = parsed(institutes.next());
                for (var name : institute.path("names")) {
                    if (name.path("type").asText().equals("DISPLAY")) {
                        assertThat(names.add(name.toString()))
                                .as(name.toString())
                                .isTrue();
                    }
                }
                institute.path("domains").forEach(domain -> assertThat(keys.add(domain.asText()))
                        .isTrue());
                institute.path("externalIds").forEach(id -> assertThat(keys.add(id.toString()))
                        .isTrue());
            }
        }
    }

    @Test
    void carry_no_number_before_the_combinations_run_out() {
        try (var institutes = new GeneratedInstitutes()) {
            var first = Stream.generate(institutes::next).limit(2000).map(GeneratedInstitutesTest::parsed);

            assertThat(first.flatMap(institute -> values(institute, "names", "value")))
                    .noneMatch(name -> name.matches(".*[0-9].*"));
        }
    }

    @Test
    void keep_the_rules_of_the_registry() {
        try (var institutes = new GeneratedInstitutes()) {
            var some = Stream.generate(institutes::next)
                    .limit(2000)
                    .map(GeneratedInstitutesTest::parsed)
                    .toList();

            assertThat(some).allSatisfy(institute -> {
                assertThat(institute.path("kind").asText()).isEqualTo("INSTITUTE");
                assertThat(institute.path("status").asText()).isEqualTo("ACTIVE");
                assertThat(institute.path("region").asText()).matches("MA-(0[1-9]|1[0-2])");
                assertThat(values(institute, "names", "lang").toList()).contains("fr", "ar", "en");
                assertThat(institute.path("missions")).isNotEmpty();
            });
            assertThat(some.stream().flatMap(institute -> texts(institute.path("domains"))))
                    .allMatch(domain -> domain.matches("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.){1,8}[a-z]{2,63}"));
            assertThat(some.stream().flatMap(institute -> values(institute, "externalIds", "value")))
                    .allMatch(id -> id.matches("grid\\.[0-9]{1,7}\\.[0-9a-f]{1,2}"));
        }
    }

    @Test
    void work_in_fields_of_the_vocabulary() throws IOException {
        var migrations = Path.of("../institutes-service/src/main/resources/db/migration");
        var known = new StringBuilder();
        try (var files = Files.newDirectoryStream(migrations, "*terms*.sql")) {
            for (var file : files) {
                known.append(Files.readString(file));
            }
        }

        assertThat(WordList.read("fields.csv").rows())
                .allSatisfy(field -> assertThat(known).contains("('focus-areas', '" + field.getLast() + "'"));
    }

    @Test
    void stand_in_all_regions() {
        try (var institutes = new GeneratedInstitutes()) {
            var regions = Stream.generate(institutes::next)
                    .limit(1000)
                    .map(institute -> parsed(institute).path("region").asText())
                    .collect(Collectors.toSet());

            assertThat(regions).hasSize(12);
        }
    }

    @Test
    void are_named_as_institutes_are() {
        try (var institutes = new GeneratedInstitutes()) {
            assertThat(values(parsed(institutes.next()), "names", "value").toList())
                    .isEqualTo(List.of(
                            "Institut Al-Jazari d'intelligence artificielle à Agadir",
                            "معهد الجزري للذكاء الاصطناعي بأكادير",
                            "Al-Jazari Institute for Artificial Intelligence, Agadir",
                            "AJIAI"));
        }
    }

    private static Stream<String> values(JsonNode institute, String list, String member) {
        return StreamSupport.stream(institute.path(list).spliterator(), false)
                .map(node -> node.path(member).asText());
    }

    private static Stream<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText);
    }

    private static JsonNode parsed(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
