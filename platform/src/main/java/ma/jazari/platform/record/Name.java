package ma.jazari.platform.record;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import ma.jazari.platform.text.Line;
import ma.jazari.platform.text.LocalText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A name of an organisation in one language. */
public record Name(
        @NotNull @Line @Schema(examples = "Institut Al-Jazari de Fès") String value,
        @NotNull @Pattern(
                        regexp = LocalText.LANGUAGE_TAG,
                        message = "must be a BCP 47 language tag such as fr, ar, en or zgh")
                @Schema(examples = "fr")
                String lang,
        @NotNull @Schema(examples = "DISPLAY") NameType type,
        @Schema(examples = "2026-03-01") @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo) {

    public static Name display(String value, String lang) {
        return new Name(value, lang, NameType.DISPLAY, null, null);
    }
}
