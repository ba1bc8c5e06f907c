package ma.jazari.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SearchTextTest {

    @Test
    void folds_what_people_do_not_type() {
        assertThat(SearchText.of("Université d'Été — FÈS")).isEqualTo("universite d ete fes");
        assertThat(SearchText.of("L’Institut")).isEqualTo("l institut");
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
}
