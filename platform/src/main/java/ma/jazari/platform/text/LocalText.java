package ma.jazari.platform.text;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A text and its language.
 *
 * @param lang BCP 47 tag
 */
@Schema(description = "A text in one language")
public record LocalText(
        @NotNull @Line @Schema(examples = "Convention cadre de recherche en IA") String value,
        @NotNull @Pattern(
                        regexp = LocalText.LANGUAGE_TAG,
                        message = "must be a BCP 47 language tag such as fr, ar, en or zgh")
                @Schema(examples = "fr")
                String lang) {

    public static final String LANGUAGE_TAG = "[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4}";

    /** The text in the best of the languages, else any. */
    public static Optional<LocalText> best(List<LocalText> texts, List<String> languages) {
        return texts.stream().min(Comparator.comparingInt(text -> rank(text.lang(), languages)));
    }

    private static int rank(String lang, List<String> languages) {
        int rank = languages.indexOf(lang.split("-", -1)[0]);
        return rank < 0 ? Integer.MAX_VALUE : rank;
    }
}
