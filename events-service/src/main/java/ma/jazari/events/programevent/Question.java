package ma.jazari.events.programevent;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import ma.jazari.platform.text.Line;
import ma.jazari.platform.text.LocalText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a registration form asks besides name, address and organisation.
 *
 * @param key by which answers name it
 * @param options of a choice
 */
@Schema(
        name = "RegistrationQuestion",
        description = "What a registration form asks besides name, address and organisation")
public record Question(
        @NotNull @Pattern(
                        regexp = "[a-z][a-z0-9-]{0,39}",
                        message = "must be lower-case letters, digits and hyphens, at most 40")
                @Schema(examples = "diet")
                String key,
        @NotEmpty @Size(max = 20) List<@NotNull @Valid LocalText> labels,
        @NotNull QuestionType type,
        @Schema(defaultValue = "false") @Nullable Boolean required,
        @Schema(description = "Of a CHOICE or CHOICES alone", examples = "[\"none\", \"vegetarian\"]")
                @Nullable @Size(min = 1, max = 100) List<@NotNull @Line(max = 200) String> options) {

    /** Whether there is no registration without an answer. */
    public boolean isRequired() {
        return Boolean.TRUE.equals(required);
    }

    boolean isChoice() {
        return type == QuestionType.CHOICE || type == QuestionType.CHOICES;
    }
}
