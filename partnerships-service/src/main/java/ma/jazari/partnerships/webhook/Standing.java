package ma.jazari.partnerships.webhook;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How deliveries to a webhook stand. */
@Schema(name = "WebhookStanding")
public record Standing(
        @Schema(description = "How many messages wait", examples = "0") long waiting,
        @Schema(description = "Since when the oldest of them does") @Nullable Instant waitingSince,
        @Schema(description = "How many changes were not looked at yet; most are not for it", examples = "0")
                long behind,
        @Schema(description = "Since when no attempt has succeeded; absent if the last one did") @Nullable Instant failingSince,
        @Schema(description = "Until when its receiver has asked for a pause") @Nullable Instant pausedUntil) {

    static final Standing NEW = new Standing(0, null, 0, null, null);
}
