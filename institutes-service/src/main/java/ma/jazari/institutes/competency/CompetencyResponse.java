package ma.jazari.institutes.competency;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import ma.jazari.institutes.part.PartView;
import ma.jazari.platform.http.Versioned;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A competency as a caller sees it. */
@Schema(name = "Competency")
public record CompetencyResponse(
        @Schema(examples = "019c1e2a-7b1c-7c3d-8e4f-5a6b7c8d9e0f") UUID id,
        @Schema(description = "A term of the vocabulary competency-fields", examples = "computer-vision") String field,
        CompetencyLevel level,
        @Schema(description = "How many people have it", examples = "12") int people,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT)
                @Schema(description = "For If-Match; absent with asOf", examples = "1")
                long version,
        @Schema(description = "Absent with asOf") @Nullable Instant createdAt,
        @Schema(description = "Absent with asOf") @Nullable Instant updatedAt)
        implements Versioned {

    static CompetencyResponse of(PartView<CompetencyRequest> view) {
        var written = view.written();
        return new CompetencyResponse(
                view.id(),
                written.field(),
                written.level(),
                written.people(),
                view.version(),
                view.createdAt(),
                view.updatedAt());
    }
}
