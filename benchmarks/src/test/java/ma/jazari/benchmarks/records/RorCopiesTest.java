package ma.jazari.benchmarks.records;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class RorCopiesTest {

    private static final String RECORD =
            """
            {"id":"https://ror.org/04mb6s476","status":"active","names":[
              {"value":"Mohammed V University","types":["ror_display","label"],"lang":"en"},
              {"value":"جامعة محمد الخامس","types":["label"],"lang":"ar"}],
             "external_ids":[{"type":"wikidata","all":["Q1"]}],"domains":["um5.example"],"links":[{"type":"website","value":"https://um5.example/"}]}
            """;

    private final ObjectNode record;

    RorCopiesTest() throws JsonProcessingException {
        this.record = (ObjectNode) new ObjectMapper().readTree(RECORD);
    }

    @Test
    void have_names_and_ids_of_their_own() {
        var copies = new RorCopies();

        var first = copies.of(record, 1);
        var second = copies.of(record, 2);

        assertThat(first.at("/names/0/value").asText()).isEqualTo("Mohammed V University Al-Jazari");
        assertThat(first.at("/names/1/value").asText()).isEqualTo("جامعة محمد الخامس الجزري");
        assertThat(second.at("/names/0/value").asText()).isEqualTo("Mohammed V University Al-Khwarizmi");
        assertThat(first.path("id")).isNotEqualTo(second.path("id")).isNotEqualTo(record.path("id"));
        assertThat(first.path("status").asText()).isEqualTo("active");
        assertThat(record.at("/names/0/value").asText()).isEqualTo("Mohammed V University");
    }

    @Test
    void keep_nothing_by_which_they_would_be_the_same() {
        var copy = new RorCopies().of(record, 1);

        assertThat(copy.toString()).doesNotContain("um5.example", "Q1");
    }

    @Test
    void have_ids_as_ror_makes_them() {
        // Of RIKEN Center for Integrative Medical Sciences and of the University of Geneva.
        assertThat(RorCopies.id(number("4mb6s4"))).isEqualTo("04mb6s476");
        assertThat(RorCopies.id(number("1swzsf"))).isEqualTo("01swzsf04");
    }

    private static long number(String digits) {
        return digits.chars()
                .mapToLong(digit -> "0123456789abcdefghjkmnpqrstvwxyz".indexOf(digit))
                .reduce(0, (number, digit) -> number * 32 + digit);
    }
}
