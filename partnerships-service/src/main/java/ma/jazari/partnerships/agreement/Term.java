package ma.jazari.partnerships.agreement;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import ma.jazari.platform.text.Line;
import ma.jazari.platform.text.LocalText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An article of a convention in one language. */
@Schema(name = "ConventionTerm")
public record Term(
        @NotNull @Line(max = 20) @Schema(examples = "1") String number,
        @Nullable @Line @Schema(examples = "Objet") String heading,
        @NotNull @Size(min = 1, max = 50_000) @Pattern(
                        regexp = "^[^\\u0000-\\u0008\\u000B-\\u001F\\u007F]*$",
                        message = "must be without control characters; lines end with a line feed alone")
                @Schema(examples = "La présente convention fixe le cadre de la coopération des parties.")
                String text,
        @NotNull @Pattern(
                        regexp = LocalText.LANGUAGE_TAG,
                        message = "must be a BCP 47 language tag such as fr, ar, en or zgh")
                @Schema(examples = "fr")
                String lang) {}
