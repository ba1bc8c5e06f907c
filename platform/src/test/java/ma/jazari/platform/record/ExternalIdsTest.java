package ma.jazari.platform.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import ma.jazari.platform.problem.Violation;
import ma.jazari.platform.problem.Violations;
import ma.jazari.platform.record.ExternalId.Scheme;
import org.junit.jupiter.api.Test;

class ExternalIdsTest {

    @Test
    void writes_ids_as_their_registries_do() {
        assertThat(ExternalIds.canonical(Scheme.ROR, "ror.org/03ckf5b20")).contains("https://ror.org/03ckf5b20");
        assertThat(ExternalIds.canonical(Scheme.ROR, "03CKF5B20")).contains("https://ror.org/03ckf5b20");
        assertThat(ExternalIds.canonical(Scheme.ISNI, "0000000120971398")).contains("0000 0001 2097 1398");
        assertThat(ExternalIds.canonical(Scheme.ISNI, "https://isni.org/isni/0000000120971398"))
                .contains("0000 0001 2097 1398");
        assertThat(ExternalIds.canonical(Scheme.WIKIDATA, "https://www.wikidata.org/wiki/Q3152518"))
                .contains("Q3152518");
        assertThat(ExternalIds.canonical(Scheme.FUNDREF, "10.13039/100013009")).contains("100013009");
        assertThat(new ExternalId(Scheme.ROR, "03ckf5b20", null).value()).isEqualTo("https://ror.org/03ckf5b20");
    }

    @Test
    void sees_a_wrong_digit_and_two_that_were_swapped() {
        assertThat(ExternalIds.canonical(Scheme.ROR, "03ckf5b21")).isEmpty();
        assertThat(ExternalIds.canonical(Scheme.ROR, "03cfk5b20")).isEmpty();
        assertThat(ExternalIds.canonical(Scheme.ISNI, "0000 0001 2097 1389")).isEmpty();
        assertThat(ExternalIds.canonical(Scheme.ISNI, "0000 0001 2079 1398")).isEmpty();
        assertThat(ExternalIds.canonical(Scheme.WIKIDATA, "3152518")).isEmpty();
        assertThat(ExternalIds.canonical(Scheme.GRID, "418106")).isEmpty();
    }

    @Test
    void names_what_is_wrong_and_what_would_be_right() {
        var violations = new Violations();

        ExternalIds.check(
                List.of(
                        new ExternalId(Scheme.ROR, "https://ror.org/03ckf5b20", true),
                        new ExternalId(Scheme.ROR, "03ckf5b20", true),
                        new ExternalId(Scheme.ISNI, "1", null)),
                violations);

        assertThat(violations.all())
                .extracting(Violation::pointer)
                .containsExactly("/externalIds/1", "/externalIds/1/preferred", "/externalIds/2/value");
        assertThat(violations.all().getLast().detail()).contains("0000 0001 2097 1398");
    }
}
