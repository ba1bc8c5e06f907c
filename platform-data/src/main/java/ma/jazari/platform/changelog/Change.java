package ma.jazari.platform.changelog;

import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One committed change, as the feed lists it.
 *
 * @param cursor its place in the network's order; resume after it
 * @param data the record's full public state after the change
 */
@Schema(description = "One committed change of one record, in the network's order of changes")
public record Change(
        @Schema(description = "Resume after it with ?after=", examples = "MS4wMTIzYWJjZC5pbnN0aXR1dGVzLXNlcnZpY2UuMTc2")
                String cursor,
        @Schema(examples = "019c1e2a-7b1c-7c3d-8e4f-5a6b7c8d9e0f") String id,
        @Schema(examples = "institute.activated") String type,
        ChangeSubject subject,
        @Schema(examples = "2026-03-01T09:00:00.123456Z") String at,
        @Schema(examples = "/institutes-service") String source,
        @Schema(description = "Id of the change that it follows from; absent where somebody asked for it") @Nullable String causationId,
        @Schema(type = SchemaType.OBJECT, description = "The record's full public state after the change")
                JsonNode data) {

    /** The record that changed, and its version after the change. */
    @Schema(description = "The record that changed")
    public record ChangeSubject(
            @Schema(required = true, description = "What kind of record", examples = "INSTITUTE") String type,
            @Schema(required = true, examples = "j4k7xq236") String id,
            @Schema(required = true, description = "The record's version after the change", examples = "3")
                    long version) {}
}
