package ma.jazari.institutes.solution;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import ma.jazari.institutes.part.PartView;
import ma.jazari.platform.http.Localized;
import ma.jazari.platform.http.Versioned;
import ma.jazari.platform.record.Name;
import ma.jazari.platform.record.Names;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A solution as a caller sees it. */
@Schema(name = "Solution")
public record SolutionResponse(
        @Schema(examples = "019c1e2a-7b1c-7c3d-8e4f-5a6b7c8d9e0f") UUID id,
        List<Name> name,
        @Schema(description = "The name in the caller's language", examples = "Irrigation intelligente")
                String displayName,
        @Schema(examples = "agriculture") String sector,
        @Schema(description = "Technology readiness level, 1 to 9", examples = "6") int trl,
        @Schema(examples = "https://example.org/irrigation") @Nullable String url,
        @Schema(examples = "[\"ar\"]") List<String> languages,
        @Schema(description = "Countries, ISO 3166-1 alpha-2", examples = "[\"MA\"]") List<String> deployedIn,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT)
                @Schema(description = "For If-Match; absent with asOf", examples = "1")
                long version,
        @Schema(description = "Absent with asOf") @Nullable Instant createdAt,
        @Schema(description = "Absent with asOf") @Nullable Instant updatedAt,
        @JsonIgnore @Schema(hidden = true) String displayLanguage)
        implements Versioned, Localized {

    static SolutionResponse of(PartView<SolutionRequest> view, List<String> languages) {
        var written = view.written();
        var shown = Names.shown(written.name(), languages);
        return new SolutionResponse(
                view.id(),
                written.name(),
                shown.value(),
                written.sector(),
                written.trl(),
                written.url(),
                Objects.requireNonNullElse(written.languages(), List.of()),
                Objects.requireNonNullElse(written.deployedIn(), List.of()),
                view.version(),
                view.createdAt(),
                view.updatedAt(),
                shown.lang());
    }

    @Override
    @JsonIgnore
    @Schema(hidden = true)
    public String contentLanguage() {
        return displayLanguage;
    }
}
