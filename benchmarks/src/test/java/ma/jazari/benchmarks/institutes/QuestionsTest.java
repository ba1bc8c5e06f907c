package ma.jazari.benchmarks.institutes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import ma.jazari.benchmarks.questions.Question;
import ma.jazari.benchmarks.questions.Typing;
import org.junit.jupiter.api.Test;

class QuestionsTest {

    private final KnownInstitute fes = new KnownInstitute(
            "j4k7xq236",
            "Institut Al-Jazari de Fès",
            Optional.of("معهد الجزري بفاس"),
            Optional.of("Fès"),
            Optional.of("fes.example"));
    private final KnownInstitute nameless =
            new KnownInstitute("j00000098", "IAJ", Optional.empty(), Optional.empty(), Optional.empty());

    @Test
    void ask_for_an_institute_in_every_way_that_it_can_be_asked_for() {
        var texts = Questions.searches(List.of(fes)).stream().collect(Collectors.toMap(Question::kind, Question::text));

        assertThat(texts)
                .containsEntry("exact name", "Institut Al-Jazari de Fès")
                .containsEntry("no accents", "Institut Al-Jazari de Fes")
                .containsEntry("Arabic name", "معهد الجزري بفاس")
                .containsEntry("two words", "Institut Al-Jazari")
                .containsEntry("city", "Fès")
                .containsEntry("id", "j4k7xq236")
                .containsEntry("domain", "fes.example")
                .hasSize(8);
        assertThat(texts.get("typing error")).isNotEqualTo("Institut Al-Jazari de Fès");
    }

    @Test
    void do_not_ask_for_what_an_institute_lacks() {
        assertThat(Questions.searches(List.of(nameless)))
                .map(Question::kind)
                .containsExactlyInAnyOrder("exact name", "no accents", "typing error", "two words", "id");
    }

    @Test
    void write_affiliations_as_publications_do() {
        var texts =
                Questions.affiliations(List.of(fes)).stream().collect(Collectors.toMap(Question::kind, Question::text));

        assertThat(texts)
                .containsEntry("name, city", "Institut Al-Jazari de Fès, Fès")
                .containsEntry("department", "Département d'informatique, Institut Al-Jazari de Fès, Fès, Maroc")
                .containsEntry("abbreviated", "Dept. Comp. Sci., Inst. Al-Jazari de Fès, Fès");
        assertThat(texts.get("noise")).matches("([a-z]{4,9} ?){6}").doesNotContain("Jazari");
    }

    @Test
    void type_the_first_letters_of_a_name() {
        assertThat(Questions.beginnings(List.of(fes, nameless)))
                .map(Question::text)
                .containsExactly("in", "inst", "institut", "ia");
    }

    @Test
    void make_typing_errors_that_are_the_same_each_time_and_small() {
        var once = new Typing();
        var again = new Typing();

        for (int i = 0; i < 200; i++) {
            var text = once.withError("Université Mohammed");

            assertThat(text).isEqualTo(again.withError("Université Mohammed"));
            assertThat(text.length()).isBetween(18, 20);
        }
        assertThat(once.withError("UM 5")).isEqualTo("UM 5");
    }

    @Test
    void know_institutes_as_they_are_stored() throws IOException {
        var details = new ObjectMapper()
                .readTree(
                        """
                        {"names": [{"value": "معهد"}, {"value": "Institut"}], "location": {"city": "Rabat"}, "domains": []}
                        """);

        assertThat(KnownInstitute.of("j00000098", details))
                .isEqualTo(new KnownInstitute(
                        "j00000098", "Institut", Optional.of("معهد"), Optional.of("Rabat"), Optional.empty()));
    }
}
