package ma.jazari.institutes.suggestion;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import ma.jazari.institutes.institute.Institute;
import ma.jazari.platform.id.PublicId;
import ma.jazari.platform.json.Checked;
import ma.jazari.platform.problem.Violations;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A proposed change of an institute. */
@Schema(name = "ChangeSuggestionRequest")
public record SuggestionRequest(
        @NotNull @Schema(examples = "j4k7xq236") String instituteId,
        @NotNull @Positive @Schema(description = "The version of the institute that the change is based on", examples = "3")
                Long baseVersion,
        @NotNull @Schema(
                        type = SchemaType.OBJECT,
                        implementation = Object.class,
                        description =
                                "A JSON Merge Patch (RFC 7396) of the institute's writable properties; up to 64 KiB",
                        examples = "{\"location\": {\"city\": \"Fès\"}}")
                ObjectNode patch,
        @Schema(
                        description = "For the reviewer: why, and where to check it",
                        examples = "Moved in March, see https://example.org/contact")
                @Nullable @Size(min = 1, max = 2000) String comment)
        implements Checked {

    @Override
    public void check(Violations violations) {
        if (!PublicId.isWellFormed(Institute.ID_PREFIX, instituteId)) {
            violations.add("/instituteId", "is not an id of an institute: look for a typing error");
        }
    }
}
