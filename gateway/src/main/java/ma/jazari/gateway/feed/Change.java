package ma.jazari.gateway.feed;

import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a change looks like, for the description. Changes pass through the gateway as the services wrote them. */
@Schema(name = "Change", description = "Something that happened to a record")
record Change(
        @Schema(
                        required = true,
                        description = "Its place in the order of the network; opaque",
                        examples = "MS4wYTFiMmMzZC5pbnN0aXR1dGVzLXNlcnZpY2UuMTc2ODE3NjAwMDAwMDAwMA")
                String cursor,
        @Schema(
                        required = true,
                        description = "Names this change; the same in webhooks and on Kafka",
                        examples = "0198c1e2-7b1a-7c3e-9f00-2f6f0a6f3c11")
                String id,
        @Schema(required = true, description = "What happened, in the past tense", examples = "institute.activated")
                String type,
        @Schema(required = true) Subject subject,
        @Schema(required = true, description = "When") Instant at,
        @Schema(required = true, description = "The service that owns the record", examples = "/institutes-service")
                String source,
        @Schema(
                        description = "The id of the change that it follows from; absent where somebody asked for it",
                        examples = "0198c1e2-7b1a-7c3e-9f00-2f6f0a6f3c11")
                @Nullable String causationId,
        @Schema(required = true, description = "The full public state of the record after the change")
                Map<String, Object> data) {

    /** The record that changed. */
    @Schema(name = "ChangeSubject", description = "The record that changed")
    record Subject(
            @Schema(required = true, description = "What kind of record", examples = "INSTITUTE") String type,
            @Schema(required = true, examples = "j4k7xq236") String id,
            @Schema(required = true, description = "The record's version after the change", examples = "3")
                    long version) {}
}
