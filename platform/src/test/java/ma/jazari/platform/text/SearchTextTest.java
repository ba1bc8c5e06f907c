package ma.jazari.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SearchTextTest {

    @Test
    void folds_what_people_do_not_type() {
        assertThat(SearchText.of("Université d'Été — FÈS")).isEqualTo("universite ete fes");
        assertThat(SearchText.of("L’Institut")).isEqualTo("institut");
    }

    @Test
    void folds_the_variants_of_arabic_letters() {
        assertThat(SearchText.of("مَعْهَد الجزريّ بأكادير")).isEqualTo(SearchText.of("معهد الجزري باكادير"));
        assertThat(SearchText.of("جامعة")).isEqualTo(SearchText.of("جامعه"));
        assertThat(SearchText.of("مصطفى")).isEqualTo(SearchText.of("مصطفي"));
        assertThat(SearchText.of("فـــاس")).isEqualTo(SearchText.of("فاس"));
    }

    @Property
    void changes_nothing_the_second_time(@ForAll String text) {
        var once = SearchText.of(text);

        assertThat(SearchText.of(once)).isEqualTo(once);
    }

    @Test
    void drops_what_french_elides() {
        assertThat(SearchText.of("l'Institut d'Agadir")).isEqualTo("institut agadir");
        assertThat(SearchText.of("L’école qu'on aime")).isEqualTo("ecole on aime");
        assertThat(SearchText.of("O'Neill, don't")).isEqualTo("o neill don t");
    }

    @Test
    void folds_letters_that_stand_for_each_other() {
        assertThat(SearchText.of("Œuvre, Straße, Łódź")).isEqualTo("oeuvre strasse lodz");
        assertThat(SearchText.of("أڭادير")).isEqualTo(SearchText.of("اكادير"));
        assertThat(SearchText.words(" Al-Jazari  ")).containsExactly("al", "jazari");
        assertThat(SearchText.words("!")).isEmpty();
    }
}
