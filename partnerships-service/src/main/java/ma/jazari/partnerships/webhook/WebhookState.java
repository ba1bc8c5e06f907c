package ma.jazari.partnerships.webhook;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import ma.jazari.partnerships.webhooksigning.SignatureScheme;
import org.jspecify.annotations.Nullable;

/**
 * What the change log keeps of a webhook; those who act for its partner see it, and nobody else but who sees all.
 *
 * @param url without its query, which may be a password
 * @param publicKeys that messages are signed with, the current one last
 */
record WebhookState(
        String id,
        String partnerId,
        WebhookStatus status,
        @Nullable String reason,
        String url,
        @Nullable String description,
        List<String> types,
        List<String> subjectTypes,
        List<String> subjectIds,
        SignatureScheme signature,
        @Nullable List<String> publicKeys,
        int keyNumber,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    static WebhookState of(Webhook webhook) {
        return new WebhookState(
                webhook.id().toString(),
                webhook.partnerId(),
                webhook.status(),
                webhook.reason(),
                withoutQuery(webhook.url()),
                webhook.description(),
                webhook.filter().types(),
                webhook.filter().subjectTypes(),
                webhook.filter().subjectIds(),
                webhook.signature(),
                publicKeys(webhook),
                webhook.keys().isEmpty() ? 0 : webhook.current().number(),
                webhook.version(),
                webhook.createdAt(),
                webhook.updatedAt());
    }

    private static @Nullable List<String> publicKeys(Webhook webhook) {
        return webhook.signature() == SignatureScheme.HMAC
                ? null
                : webhook.keys().stream()
                        .map(key -> key.key().shownPublicKey())
                        .filter(Objects::nonNull)
                        .toList();
    }

    private static String withoutQuery(String url) {
        var query = URI.create(url).getRawQuery();
        return query == null ? url : url.substring(0, url.length() - query.length() - 1);
    }
}
