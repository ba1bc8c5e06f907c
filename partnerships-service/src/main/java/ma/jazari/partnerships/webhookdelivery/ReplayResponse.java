package ma.jazari.partnerships.webhookdelivery;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a replay stands. */
@Schema(name = "WebhookReplay")
public record ReplayResponse(
        @Schema(examples = "019c1e2a-7b1c-7c3d-8e4f-5a6b7c8d9e0f") String id,
        @Schema(description = "QUEUEING until all of it is in the queue, then QUEUED", examples = "QUEUEING")
                String status,
        @Schema(description = "How many messages it has queued by now", examples = "0") long queued,
        Instant createdAt,
        @Nullable Instant finishedAt) {}
