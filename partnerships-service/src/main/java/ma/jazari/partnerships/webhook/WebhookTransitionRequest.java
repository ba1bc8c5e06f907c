package ma.jazari.partnerships.webhook;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import ma.jazari.platform.json.JsonRequest;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Disables a webhook, or makes it active again. */
@Schema(name = "WebhookTransitionRequest")
public record WebhookTransitionRequest(
        @NotNull @Schema(description = "ACTIVE or DISABLED", examples = "ACTIVE") WebhookStatus to,
        @Size(max = 500) @Nullable String reason,
        @Schema(description = "With ACTIVE: leave out what has gathered meanwhile", defaultValue = "false") @Nullable Boolean skipMissed)
        implements JsonRequest {

    boolean skips() {
        return Boolean.TRUE.equals(skipMissed);
    }
}
