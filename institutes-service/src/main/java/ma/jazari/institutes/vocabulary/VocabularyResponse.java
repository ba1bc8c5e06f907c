package ma.jazari.institutes.vocabulary;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import ma.jazari.platform.http.Localized;
import ma.jazari.platform.text.LocalText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A vocabulary as a caller sees it. */
@Schema(name = "Vocabulary")
public record VocabularyResponse(
        @Schema(description = "Its terms are at /v1/vocabularies/{name}", examples = "focus-areas") String name,
        List<LocalText> titles,
        @Schema(description = "The title in the caller's language", examples = "Domaines d'action") String displayTitle,
        @JsonIgnore @Schema(hidden = true) String displayLanguage)
        implements Localized {

    static VocabularyResponse of(Vocabulary vocabulary, List<String> languages) {
        var shown = LocalText.best(vocabulary.titles(), languages).orElseThrow();
        return new VocabularyResponse(vocabulary.key(), vocabulary.titles(), shown.value(), shown.lang());
    }

    @Override
    @JsonIgnore
    @Schema(hidden = true)
    public String contentLanguage() {
        return displayLanguage;
    }
}
