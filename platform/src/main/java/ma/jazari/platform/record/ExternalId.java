package ma.jazari.platform.record;

import jakarta.validation.constraints.NotNull;
import ma.jazari.platform.text.Line;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The organisation's id in another registry. */
public record ExternalId(
        @NotNull @Schema(examples = "ROR") Scheme scheme,
        @NotNull @Line(max = 200) @Schema(examples = "https://ror.org/04efg9a07") String value,
        @Nullable Boolean preferred) {

    /** The value as its registry writes it, where it can be one of that registry's; {@link ExternalIds} refuses others. */
    public ExternalId {
        value = scheme == null || value == null
                ? value
                : ExternalIds.canonical(scheme, value).orElse(value);
    }

    /** The other registry. */
    public enum Scheme {
        ROR,
        ISNI,
        WIKIDATA,
        FUNDREF,
        GRID,
        OTHER
    }
}
