package ma.jazari.partnerships.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import ma.jazari.platform.id.Uuids;
import ma.jazari.platform.integrity.CurrentRecord;
import ma.jazari.platform.integrity.CurrentRecords;

/** Webhooks as their tables hold them, for the check of the log. */
@ApplicationScoped
class CurrentWebhooks implements CurrentRecords {

    private final WebhookRepository webhooks;
    private final WebhookLog log;

    CurrentWebhooks(WebhookRepository webhooks, WebhookLog log) {
        this.webhooks = webhooks;
        this.log = log;
    }

    @Override
    public String type() {
        return Webhook.SUBJECT;
    }

    @Override
    public String table() {
        return "webhook";
    }

    @Override
    public String table(String pointer) {
        return pointer.startsWith("/publicKeys") || pointer.equals("/keyNumber") ? "webhook_key" : table();
    }

    @Override
    public Map<String, CurrentRecord> find(Collection<String> ids) {
        return webhooks.find(Uuids.wellFormed(ids)).stream()
                .map(webhook -> Map.entry(
                        webhook.id().toString(), new CurrentRecord(webhook.version(), log.image(webhook), List.of())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
