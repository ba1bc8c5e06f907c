package ma.jazari.partnerships.webhookdelivery;

import java.time.Instant;
import java.util.List;
import ma.jazari.platform.changelog.Change.ChangeSubject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A message to a webhook, and what became of it. */
@Schema(name = "WebhookDelivery")
public record DeliveryResponse(
        @Schema(
                        description = "The webhook-id header: the id of the change, or of the ping",
                        examples = "019c1e2a-7b1c-7c3d-8e4f-5a6b7c8d9e0f")
                String id,
        @Schema(examples = "convention.signed") String type,
        @Schema(description = "The record that changed; absent for a ping") @Nullable ChangeSubject subject,
        DeliveryStatus status,
        Instant queuedAt,
        @Schema(description = "When it is tried next; absent while it waits for an earlier change of its record")
                @Nullable Instant dueAt,
        @Nullable Instant finishedAt,
        @Schema(description = "The last 50, oldest first") List<Attempt> attempts) {

    /** One attempt. */
    @Schema(name = "WebhookAttempt")
    public record Attempt(
            @Schema(examples = "1") int number,
            Instant at,
            @Schema(description = "The HTTP status; absent if there was no answer", examples = "503") @Nullable Integer status,
            @Schema(examples = "120") long durationMs,
            @Schema(description = "What went wrong; absent after a success", examples = "The receiver answered 503.")
                    @Nullable String error) {}
}
