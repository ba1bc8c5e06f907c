package ma.jazari.institutes.vocabulary;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import ma.jazari.platform.json.Checked;
import ma.jazari.platform.problem.Violations;
import ma.jazari.platform.text.LocalText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the network administrator writes of a term. */
@Schema(name = "VocabularyTermRequest")
public record TermRequest(
        @NotEmpty @Size(max = 20) @Schema(description = "One a language; fr, ar and en are required")
                List<@NotNull @Valid LocalText> labels,
        @Schema(description = "Whether records no longer take it up", defaultValue = "false") @Nullable Boolean retired)
        implements Checked {

    private static final List<String> REQUIRED = List.of("fr", "ar", "en");

    @Override
    public void check(Violations violations) {
        var languages = new HashSet<String>();
        for (int i = 0; i < labels.size(); i++) {
            if (!languages.add(labels.get(i).lang())) {
                violations.add(
                        "/labels/" + i, "is a second label in " + labels.get(i).lang());
            }
        }
        REQUIRED.stream()
                .filter(language -> !languages.contains(language))
                .forEach(language -> violations.add("/labels", "must hold one in " + language));
    }

    Term of(String term) {
        return new Term(term, labels, Boolean.TRUE.equals(retired));
    }
}
