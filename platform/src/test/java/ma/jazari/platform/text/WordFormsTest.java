package ma.jazari.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordFormsTest {

    @Test
    void finds_an_arabic_word_without_what_is_written_together_with_it() {
        assertThat(WordForms.of("بفاس")).containsExactly("بفاس", "فاس");
        assertThat(WordForms.of("الجزري")).containsExactly("الجزري", "جزري");
        assertThat(WordForms.of("وبالرباط")).contains("بالرباط", "رباط");
        assertThat(WordForms.of("للبحث")).contains("بحث");
    }

    @Test
    void leaves_short_words_and_other_scripts_alone() {
        assertThat(WordForms.of("بلد")).containsExactly("بلد");
        assertThat(WordForms.of("institut")).containsExactly("institut");
        assertThat(WordForms.of("")).containsExactly("");
    }

    @Test
    void knows_words_that_say_nothing() {
        assertThat(WordForms.isStopWord("de")).isTrue();
        assertThat(WordForms.isStopWord("fes")).isFalse();
    }
}
