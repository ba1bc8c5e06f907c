package ma.jazari.institutes.relationship;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import ma.jazari.institutes.part.PartView;
import ma.jazari.platform.http.Versioned;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A relationship as a caller sees it. */
@Schema(name = "Relationship")
public record RelationshipResponse(
        @Schema(examples = "019c1e2a-7b1c-7c3d-8e4f-5a6b7c8d9e0f") UUID relationshipId,
        @Schema(description = "What the other institute is to this one") RelationshipType type,
        @Schema(description = "The other institute", examples = "j4k7xq236") String id,
        @Schema(description = "Its first day; absent for since always", examples = "2026-03-01") @Nullable LocalDate validFrom,
        @Schema(description = "Its last day; absent for no end", examples = "2029-02-28") @Nullable LocalDate validTo,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT)
                @Schema(description = "For If-Match; absent with asOf", examples = "1")
                long version,
        @Schema(description = "Absent with asOf") @Nullable Instant createdAt,
        @Schema(description = "Absent with asOf") @Nullable Instant updatedAt)
        implements Versioned {

    static RelationshipResponse of(PartView<RelationshipRequest> view) {
        var written = view.written();
        return new RelationshipResponse(
                view.id(),
                written.type(),
                written.id(),
                written.validFrom(),
                written.validTo(),
                view.version(),
                view.createdAt(),
                view.updatedAt());
    }
}
