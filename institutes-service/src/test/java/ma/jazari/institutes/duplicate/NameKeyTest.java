package ma.jazari.institutes.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import ma.jazari.platform.record.Name;
import org.junit.jupiter.api.Test;

class NameKeyTest {

    @Test
    void is_the_same_in_every_language_and_script() {
        var french = NameKey.of("Institut Al-Jazari de Fès");

        assertThat(NameKey.of("Al-Jazari Institute of Fez")).isEqualTo(french);
        assertThat(NameKey.of("معهد الجزري بفاس")).isEqualTo(french);
        assertThat(NameKey.of("معهد الجزري بالدار البيضاء"))
                .isEqualTo(NameKey.of("Institut Al-Jazari de Casablanca"))
                .isNotEqualTo(french);
    }

    @Test
    void tells_numbers_and_kinds_of_organisation_apart() {
        assertThat(NameKey.of("Institut Atlas 1")).isNotEqualTo(NameKey.of("Institut Atlas 2"));
        assertThat(NameKey.of("Institut Atlas")).isNotEqualTo(NameKey.of("Université Atlas"));
        assertThat(NameKey.of("!")).isEmpty();
    }

    @Test
    void takes_near_sounds_for_a_translation_only_between_scripts() {
        assertThat(Resemblance.isTranslation(
                        Name.display("Institut Ibn Rochd", "fr"), Name.display("معهد ابن رشد", "ar")))
                .isTrue();
        assertThat(NameKey.of("Institut Ibn Rochd")).isEqualTo(NameKey.of("معهد ابن رشد"));
        assertThat(Resemblance.isTranslation(
                        Name.display("Institut Rachid", "fr"), Name.display("Rochd Institute", "en")))
                .isFalse();
    }

    @Test
    void forgives_a_typing_error_and_no_number() {
        assertThat(Resemblance.isNear("Institut Tarik de Rabat", "Institut Tarrik Rabat"))
                .isTrue();
        assertThat(Resemblance.isNear("Institut Tarik 12", "Institut Tarik 13")).isFalse();
        assertThat(Resemblance.isNear("Institut un Rabat", "Institut deux Rabat"))
                .isFalse();
    }
}
