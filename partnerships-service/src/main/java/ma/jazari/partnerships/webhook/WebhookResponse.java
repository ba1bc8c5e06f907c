package ma.jazari.partnerships.webhook;

import java.time.Instant;
import java.util.List;
import ma.jazari.partnerships.webhooksigning.SignatureScheme;
import ma.jazari.platform.http.Versioned;
import ma.jazari.platform.idempotency.ShownOnce;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A webhook as those see it who act for its partner. */
@Schema(name = "Webhook")
public record WebhookResponse(
        @Schema(examples = "019c1e2a-7b1c-7c3d-8e4f-5a6b7c8d9e0f") String id,
        @Schema(examples = "p5m2c0066") String partnerId,
        WebhookStatus status,
        @Schema(description = "Why it is disabled", examples = "The receiver answered 410.") @Nullable String reason,
        @Schema(examples = "https://example.org/jazari") String url,
        @Nullable String description,
        List<String> types,
        List<String> subjectTypes,
        List<String> subjectIds,
        SignatureScheme signature,
        @Schema(
                        description =
                                "What to verify HMAC signatures with. Only in the answer to its creation, and to a rotation",
                        examples = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo=")
                @Nullable String secret,
        @Schema(description = "By what messages are signed now, the current key last") List<Key> keys,
        Standing deliveries,
        @Schema(description = "The moves that are open") List<WebhookStatus> availableTransitions,
        long version,
        Instant createdAt,
        Instant updatedAt)
        implements Versioned, ShownOnce {

    static WebhookResponse of(Webhook webhook, Standing standing, @Nullable String secret, Instant now) {
        return new WebhookResponse(
                webhook.id().toString(),
                webhook.partnerId(),
                webhook.status(),
                webhook.reason(),
                webhook.url(),
                webhook.description(),
                webhook.filter().types(),
                webhook.filter().subjectTypes(),
                webhook.filter().subjectIds(),
                webhook.signature(),
                secret,
                webhook.keys().stream()
                        .filter(key -> key.signsAt(now))
                        .map(Key::of)
                        .toList(),
                standing,
                webhook.status().next(),
                webhook.version(),
                webhook.createdAt(),
                webhook.updatedAt());
    }

    @Override
    public WebhookResponse withoutSecret() {
        return new WebhookResponse(
                id,
                partnerId,
                status,
                reason,
                url,
                description,
                types,
                subjectTypes,
                subjectIds,
                signature,
                null,
                keys,
                deliveries,
                availableTransitions,
                version,
                createdAt,
                updatedAt);
    }

    /** What is shown of a key. */
    @Schema(name = "WebhookKey")
    public record Key(
            @Schema(description = "What to verify ED25519 signatures with", examples = "whpk_3Xr2...") @Nullable String publicKey,
            Instant createdAt,
            @Schema(description = "Until when messages are signed with it; absent for the current one") @Nullable Instant validUntil) {

        static Key of(WebhookKey key) {
            return new Key(key.key().shownPublicKey(), key.createdAt(), key.validUntil());
        }
    }
}
