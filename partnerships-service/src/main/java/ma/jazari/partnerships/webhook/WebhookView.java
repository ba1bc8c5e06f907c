package ma.jazari.partnerships.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Webhooks as they are shown. */
@ApplicationScoped
class WebhookView {

    private final Standings standings;
    private final Clock clock;

    WebhookView(Standings standings, Clock clock) {
        this.standings = standings;
        this.clock = clock;
    }

    WebhookResponse of(Webhook webhook) {
        return of(List.of(webhook)).getFirst();
    }

    /** With the secret of its current key, for whoever has just asked for that. */
    WebhookResponse withSecret(Webhook webhook) {
        return shown(
                webhook,
                standings.of(List.of(webhook.id())).getOrDefault(webhook.id(), Standing.NEW),
                webhook.secret());
    }

    List<WebhookResponse> of(List<Webhook> webhooks) {
        var standing = standings.of(webhooks.stream().map(Webhook::id).toList());
        return webhooks.stream()
                .map(webhook -> shown(webhook, standing.getOrDefault(webhook.id(), Standing.NEW), null))
                .toList();
    }

    private WebhookResponse shown(Webhook webhook, Standing standing, @Nullable String secret) {
        return WebhookResponse.of(webhook, standing, secret, clock.instant());
    }
}
