package ma.jazari.partnerships.webhook;

import java.time.Instant;
import ma.jazari.partnerships.webhooksigning.SigningKey;
import org.jspecify.annotations.Nullable;

/**
 * A key that messages are signed with, and for how long.
 *
 * @param number counted within the webhook
 * @param validUntil null for the current one
 */
public record WebhookKey(int number, SigningKey key, Instant createdAt, @Nullable Instant validUntil) {

    /** Whether messages are signed with it at this time. */
    public boolean signsAt(Instant at) {
        return validUntil == null || at.isBefore(validUntil);
    }

    WebhookKey until(Instant end) {
        return new WebhookKey(number, key, createdAt, end);
    }
}
