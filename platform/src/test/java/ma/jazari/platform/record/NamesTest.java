package ma.jazari.platform.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import ma.jazari.platform.problem.Violation;
import ma.jazari.platform.problem.Violations;
import org.junit.jupiter.api.Test;

class NamesTest {

    @Test
    void accepts_one_display_name_per_language() {
        assertThat(violations(Name.display("Institut", "fr"), Name.display("معهد", "ar"), alias("IAJ", "fr")))
                .isEmpty();
    }

    @Test
    void refuses_a_second_display_name_in_a_language() {
        assertThat(violations(Name.display("Institut", "fr"), Name.display("Autre", "fr")))
                .containsExactly("/names/1");
    }

    @Test
    void wants_a_name_in_french_or_arabic() {
        assertThat(violations(Name.display("Institute", "en"))).containsExactly("/names");
    }

    @Test
    void wants_a_display_name() {
        assertThat(violations(alias("Institut", "fr"))).containsExactly("/names");
    }

    @Test
    void wants_validity_in_order() {
        var former = new Name("Vieux", "fr", NameType.FORMER, LocalDate.of(2026, 2, 1), LocalDate.of(2026, 1, 1));

        assertThat(violations(Name.display("Institut", "fr"), former)).containsExactly("/names/1/validTo");
    }

    @Test
    void shows_the_display_name_of_the_best_language() {
        var names = List.of(alias("IAJ", "en"), Name.display("معهد", "ar"), Name.display("Institut", "fr"));

        assertThat(Names.shown(names, List.of("en", "fr", "ar")).value()).isEqualTo("Institut");
        assertThat(Names.shown(names, List.of("ar", "fr", "en")).value()).isEqualTo("معهد");
    }

    private static Name alias(String value, String lang) {
        return new Name(value, lang, NameType.ALIAS, null, null);
    }

    private static List<String> violations(Name... names) {
        var violations = new Violations();
        Names.check(List.of(names), violations);
        return violations.all().stream().map(Violation::pointer).toList();
    }
}
