package ma.jazari.events.progress;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** What a chart says, in the languages of the registry. */
record ChartWords(String language, String verified, String counted, String expected, String projected) {

    private static final Map<String, ChartWords> BY_LANGUAGE = Map.of(
            "fr",
                    new ChartWords(
                            "fr",
                            "Vérifié",
                            "Vérifié et déclaré",
                            "Trajectoire prévue",
                            "Projection (moindres carrés)"),
            "ar",
                    new ChartWords(
                            "ar",
                            "مُتحقَّق منه",
                            "مُتحقَّق منه ومُصرَّح به",
                            "المسار المتوقع",
                            "إسقاط (المربعات الصغرى)"),
            "en", new ChartWords("en", "Verified", "Verified and reported", "Expected", "Projection (least squares)"));

    /** How numbers are written: as in Morocco, with Latin digits in Arabic, too. */
    Locale locale() {
        return Locale.of(language, "MA");
    }

    /** @param languages best first; French, Arabic and English are among them */
    static ChartWords of(List<String> languages) {
        return languages.stream()
                .map(BY_LANGUAGE::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }
}
