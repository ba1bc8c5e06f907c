package ma.jazari.institutes.suggestion;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import ma.jazari.platform.changelog.HistoryItem.Who;
import ma.jazari.platform.http.Versioned;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A suggestion as a caller sees it. */
@Schema(name = "ChangeSuggestion")
public record SuggestionResponse(
        @Schema(examples = "019c1e2a-7b1c-7c3d-8e4f-5a6b7c8d9e0f") String id,
        @Schema(examples = "j4k7xq236") String instituteId,
        @Schema(description = "The version of the institute that the change is based on", examples = "3")
                long baseVersion,
        @Schema(
                        type = SchemaType.OBJECT,
                        implementation = Object.class,
                        description = "A JSON Merge Patch (RFC 7396) of the institute",
                        examples = "{\"location\": {\"city\": \"Fès\"}}")
                ObjectNode patch,
        @Schema(examples = "Moved in March, see https://example.org/contact") @Nullable String comment,
        SuggestionStatus status,
        Who proposer,
        @Schema(description = "Who applied or discarded it") @Nullable Who reviewer,
        @Schema(examples = "Confirmed by the institute") @Nullable String reason,
        @Schema(description = "Of an APPLIED one: the version of the institute that has the change", examples = "5")
                @Nullable Long appliedVersion,
        @Schema(description = "What it would change, value by value") List<SuggestedField> fields,
        @Schema(description = "The moves that are open to the caller", examples = "[\"APPLIED\", \"DISCARDED\"]")
                List<SuggestionStatus> availableTransitions,
        @Schema(examples = "1") long version,
        Instant createdAt,
        Instant updatedAt)
        implements Versioned {

    static SuggestionResponse of(
            ChangeSuggestion suggestion, List<SuggestedField> fields, List<SuggestionStatus> availableTransitions) {
        return new SuggestionResponse(
                suggestion.id(),
                suggestion.instituteId(),
                suggestion.baseVersion(),
                suggestion.patch(),
                suggestion.comment(),
                suggestion.status(),
                suggestion.proposer(),
                suggestion.reviewer(),
                suggestion.reason(),
                suggestion.appliedVersion(),
                fields,
                availableTransitions,
                suggestion.version(),
                suggestion.createdAt(),
                suggestion.updatedAt());
    }
}
