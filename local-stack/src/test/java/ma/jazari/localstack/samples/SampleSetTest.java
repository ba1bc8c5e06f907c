package ma.jazari.localstack.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import ma.jazari.localstack.LocalStackException;
import org.junit.jupiter.api.Test;

class SampleSetTest {

    private final SampleSet set = SampleSet.load();

    @Test
    void holds_what_was_promised() {
        assertThat(count("/v1/institutes")).isEqualTo(6);
        assertThat(count("/v1/partners")).isEqualTo(10);
        assertThat(count("/v1/conventions")).isEqualTo(2);
        assertThat(count("/v1/programmes")).isEqualTo(1);
        assertThat(count("/v1/programmes/MAROC-IA-2030/indicators")).isEqualTo(5);
        assertThat(count("/v1/program-events")).isEqualTo(2);
        assertThat(set.delegations())
                .extracting(Delegation::username)
                .containsExactly("fes-admin", "agadir-admin", "service-account-partner-demo");
    }

    @Test
    void refers_only_to_what_comes_before() {
        var ids = new HashMap<String, String>();

        for (var sample : set.samples()) {
            new References(ids).resolve(sample.record());
            assertThat(ids.put(sample.reference(), "id")).as(sample.reference()).isNull();
        }

        set.delegations().forEach(delegation -> new References(ids).resolve(delegation.record()));
    }

    @Test
    void puts_ids_in_place_of_references_and_nothing_else() {
        var convention = sample("convention:health-fes").record();
        var ids = Map.of("institute:fes", "j4k7xq236", "partner:usmba", "p5m2c0066");

        var resolved = new References(ids).resolve(convention);

        assertThat(resolved.at("/ownerParty/id").asText()).isEqualTo("j4k7xq236");
        assertThat(resolved.at("/parties/1/party/id").asText()).isEqualTo("p5m2c0066");
        assertThat(resolved.at("/terms")).isEqualTo(convention.at("/terms"));
        assertThatThrownBy(() -> new References(Map.of()).resolve(convention))
                .isInstanceOf(LocalStackException.class)
                .hasMessageContaining("@institute:fes");
    }

    @Test
    void says_of_every_record_that_it_is_a_sample() {
        // An indicator is part of its programme, which says it.
        assertThat(set.samples())
                .filteredOn(sample -> !sample.kind().equals("indicator"))
                .allMatch(sample -> sample.record().path("sample").asBoolean());
    }

    @Test
    void names_everything_in_french_and_arabic_in_normal_form() {
        for (var sample : set.samples()) {
            var names = sample.record().has("names")
                    ? sample.record().path("names")
                    : sample.record().path("titles");

            assertThat(values(names, "lang")).as(sample.reference()).contains("fr", "ar");
            assertThat(values(names, "value")).allMatch(name -> Normalizer.isNormalized(name, Normalizer.Form.NFC));
        }
    }

    @Test
    void gives_organisations_their_ror_ids_except_the_two_ministries() {
        var partners = set.samples().stream()
                .filter(sample -> sample.path().equals("/v1/partners"))
                .toList();
        var rorIds = partners.stream()
                .flatMap(partner -> values(partner.record().path("externalIds"), "value").stream())
                .toList();

        assertThat(rorIds).hasSize(8).doesNotHaveDuplicates();
        assertThat(rorIds).allMatch(id -> id.matches("https://ror\\.org/0[a-hj-km-np-tv-z0-9]{6}[0-9]{2}"));
        assertThat(rorIds).allMatch(SampleSetTest::hasRightChecksum);
    }

    @Test
    void stands_in_regions_that_exist_each_institute_in_another() {
        var regions = new HashSet<String>();

        set.samples().stream()
                .map(sample -> sample.record().path("region").asText())
                .filter(region -> !region.isEmpty())
                .forEach(region -> {
                    assertThat(region).matches("MA-(0[1-9]|1[0-2])");
                    assertThat(regions.add(region)).isTrue();
                });

        assertThat(regions).contains("MA-03", "MA-04", "MA-09").hasSize(6);
    }

    /** ISO 7064 mod 97-10 over the Crockford base32 characters, as ROR makes its ids. */
    private static boolean hasRightChecksum(String ror) {
        var id = ror.substring("https://ror.org/".length());
        var number = id.substring(1, 7)
                .chars()
                .mapToLong(character -> "0123456789abcdefghjkmnpqrstvwxyz".indexOf(character))
                .reduce(0, (sum, digit) -> sum * 32 + digit);
        return 98 - number * 100 % 97 == Long.parseLong(id.substring(7));
    }

    private Sample sample(String reference) {
        return set.samples().stream()
                .filter(sample -> sample.reference().equals(reference))
                .findFirst()
                .orElseThrow();
    }

    private long count(String path) {
        return set.samples().stream()
                .filter(sample -> sample.path().equals(path))
                .count();
    }

    private static List<String> values(JsonNode elements, String field) {
        return stream(elements).map(element -> element.path(field).asText()).toList();
    }

    private static Stream<JsonNode> stream(JsonNode elements) {
        return StreamSupport.stream(elements.spliterator(), false);
    }
}
