package ma.jazari.institutes.vocabulary;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import ma.jazari.platform.http.Localized;
import ma.jazari.platform.text.LocalText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A term as a caller sees it. */
@Schema(name = "VocabularyTerm")
public record TermResponse(
        @Schema(examples = "arabic-nlp") String term,
        List<LocalText> labels,
        @Schema(description = "The label in the caller's language", examples = "Traitement automatique de l'arabe")
                String displayLabel,
        @Schema(description = "Whether records no longer take it up; those that have it keep it") boolean retired,
        @JsonIgnore @Schema(hidden = true) String displayLanguage)
        implements Localized {

    static TermResponse of(Term term, List<String> languages) {
        var shown = LocalText.best(term.labels(), languages).orElseThrow();
        return new TermResponse(term.term(), term.labels(), shown.value(), term.retired(), shown.lang());
    }

    @Override
    @JsonIgnore
    @Schema(hidden = true)
    public String contentLanguage() {
        return displayLanguage;
    }
}
