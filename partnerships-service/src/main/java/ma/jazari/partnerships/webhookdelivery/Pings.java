package ma.jazari.partnerships.webhookdelivery;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import ma.jazari.partnerships.webhook.Webhook;
import ma.jazari.partnerships.webhook.WebhookService;
import ma.jazari.platform.changelog.DatabaseFailure;
import ma.jazari.platform.id.Uuids;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.security.Actor;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Messages that tell nothing but that they arrive: one attempt each, to disabled webhooks, too. */
@ApplicationScoped
class Pings {

    /** What stands for the record of a ping in a queue: each is one of its own, and waits for no other. */
    static final String SUBJECT = "PING";

    private static final int MOST_WAITING = 5;
    private static final String TYPE = "webhook.ping";
    private static final String WAITING =
            """
            select count(*) from webhook_delivery
            where webhook_id = ? and status = 'PENDING' and subject_type = 'PING'
            """;
    private static final String ADD =
            """
            insert into webhook_delivery (webhook_id, message_id, type, subject_type, subject_id, subject_version,
                                          body, status, due_at, queued_at)
            values (?, ?, ?, 'PING', ?, 1, ?, 'PENDING', ?, ?)
            """;

    private final AgroalDataSource database;
    private final WebhookService webhooks;
    private final ObjectMapper mapper;
    private final Clock clock;
    private final Event<Queued> queued;
    private final String service;

    Pings(
            AgroalDataSource database,
            WebhookService webhooks,
            ObjectMapper mapper,
            Clock clock,
            Event<Queued> queued,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.database = database;
        this.webhooks = webhooks;
        this.mapper = mapper;
        this.clock = clock;
        this.queued = queued;
        this.service = service;
    }

    /** Queues a ping; returns the id of its message. @throws Problem 409 while too many others wait */
    @Transactional
    public UUID send(String partnerId, String webhookId, Actor actor) {
        var webhook = webhooks.get(partnerId, webhookId, actor);
        var id = Uuids.next();
        var now = Timestamp.from(clock.instant());
        try (var connection = database.getConnection();
                var waiting = connection.prepareStatement(WAITING);
                var add = connection.prepareStatement(ADD)) {
            waiting.setObject(1, webhook.id());
            try (var row = waiting.executeQuery()) {
                row.next();
                if (row.getInt(1) >= MOST_WAITING) {
                    throw Problem.conflict(MOST_WAITING + " pings are on their way already; look at deliveries.");
                }
            }
            add.setObject(1, webhook.id());
            add.setObject(2, id);
            add.setString(3, TYPE);
            add.setString(4, id.toString());
            add.setString(5, body(webhook, id));
            add.setTimestamp(6, now);
            add.setTimestamp(7, now);
            add.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure("queue a ping", e);
        }
        queued.fire(new Queued());
        return id;
    }

    /** As a change is told, but without a cursor: it has no place among them. */
    private String body(Webhook webhook, UUID id) {
        var body = mapper.createObjectNode();
        body.put("id", id.toString());
        body.put("type", TYPE);
        body.putObject("subject")
                .put("type", "WEBHOOK")
                .put("id", webhook.id().toString())
                .put("version", webhook.version());
        body.put("at", clock.instant().toString());
        body.put("source", "/" + service);
        body.putObject("data").put("id", webhook.id().toString()).put("partnerId", webhook.partnerId());
        return body.toString();
    }
}
