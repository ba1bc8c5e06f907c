package ma.jazari.events.programevent;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import ma.jazari.platform.text.LocalText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a program event is about, in one language; unlike a title it may have several lines.
 *
 * @param lang BCP 47 tag
 */
@Schema(name = "ProgramEventDescription", description = "A text of several lines in one language")
public record Description(
        @NotNull @NotBlank @Size(max = 20_000) @Pattern(
                        regexp = "[^\\u0000-\\u0008\\u000B-\\u001F\\u007F]*",
                        message = "must not hold control characters other than line feeds and tabs")
                @Schema(examples = "Journée nationale dédiée à l'intelligence artificielle.")
                String value,
        @NotNull @Pattern(
                        regexp = LocalText.LANGUAGE_TAG,
                        message = "must be a BCP 47 language tag such as fr, ar, en or zgh")
                @Schema(examples = "fr")
                String lang) {}
