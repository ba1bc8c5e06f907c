package ma.jazari.platform.record;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An address on the web. */
public record Link(
        @NotNull @Schema(examples = "WEBSITE") LinkType type,
        @NotNull @Size(max = 2000) @Pattern(regexp = "https?://[^\\s/]+(/\\S*)?", message = "must be an http or https URL")
                @Schema(examples = "https://example.org")
                String url) {

    /** What is found there. */
    public enum LinkType {
        WEBSITE,
        WIKIPEDIA,
        LOGO,
        OTHER
    }
}
