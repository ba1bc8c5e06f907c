package ma.jazari.partnerships.webhook;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import ma.jazari.partnerships.webhooksigning.SignatureScheme;
import ma.jazari.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Where a system of a partner is told of changes.
 *
 * @param reason why it is disabled; null while it is not
 * @param keys all that still sign, the current one last
 */
public record Webhook(
        UUID id,
        String partnerId,
        long version,
        WebhookStatus status,
        @Nullable String reason,
        String url,
        @Nullable String description,
        WebhookFilter filter,
        SignatureScheme signature,
        List<WebhookKey> keys,
        Instant createdAt,
        Instant updatedAt) {

    static final String SUBJECT = "WEBHOOK";

    static Webhook created(UUID id, String partnerId, WebhookRequest request, Instant now) {
        var at = now.truncatedTo(ChronoUnit.MICROS);
        var key = new WebhookKey(1, request.scheme().newKey(), at, null);
        return new Webhook(
                id,
                partnerId,
                1,
                WebhookStatus.ACTIVE,
                null,
                request.url(),
                request.description(),
                request.filter(),
                request.scheme(),
                List.of(key),
                at,
                at);
    }

    /** What a client has written of it. */
    WebhookRequest written() {
        return new WebhookRequest(
                url, description, filter.types(), filter.subjectTypes(), filter.subjectIds(), signature);
    }

    Webhook changed(WebhookRequest to, Instant now) {
        return next(status, reason, to, keys, now);
    }

    /** @throws Problem 409 if it is there already */
    Webhook moved(WebhookStatus to, @Nullable String why, Instant now) {
        if (!status.next().contains(to)) {
            throw Problem.moveNotAllowed(status, to, status.next());
        }
        return next(to, to == WebhookStatus.DISABLED ? why : null, written(), keys, now);
    }

    Webhook deleted(Instant now) {
        return next(WebhookStatus.DELETED, null, written(), List.of(), now);
    }

    /**
     * With a new key; the one before signs on until the overlap ends.
     *
     * @throws Problem 409 if as many keys sign already as may
     */
    Webhook rotated(Duration overlap, int mostKeys, Instant now) {
        var at = now.truncatedTo(ChronoUnit.MICROS);
        var stay = new ArrayList<WebhookKey>();
        keys.stream()
                .map(key -> key.validUntil() == null ? key.until(at.plus(overlap)) : key)
                .filter(key -> key.signsAt(at))
                .forEach(stay::add);
        if (stay.size() >= mostKeys) {
            throw Problem.conflict("Messages are signed with " + stay.size() + " keys already. Rotate again after "
                    + stay.getFirst().validUntil() + ", or with overlapHours 0 first.");
        }
        stay.add(new WebhookKey(current().number() + 1, signature.newKey(), at, null));
        return next(status, reason, written(), stay, now);
    }

    Webhook with(List<WebhookKey> all) {
        return new Webhook(
                id, partnerId, version, status, reason, url, description, filter, signature, all, createdAt, updatedAt);
    }

    WebhookKey current() {
        return keys.getLast();
    }

    /** The secret that its receiver is told once; null where it needs none. */
    @Nullable String secret() {
        return current().key().sharedSecret();
    }

    private Webhook next(
            WebhookStatus to, @Nullable String why, WebhookRequest written, List<WebhookKey> signing, Instant now) {
        var at = now.truncatedTo(ChronoUnit.MICROS);
        return new Webhook(
                id,
                partnerId,
                version + 1,
                to,
                why,
                written.url(),
                written.description(),
                written.filter(),
                signature,
                List.copyOf(signing),
                createdAt,
                at.isBefore(updatedAt) ? updatedAt : at);
    }
}
