package ma.jazari.partnerships.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import ma.jazari.platform.http.ExpectedVersion;
import ma.jazari.platform.id.Uuids;
import ma.jazari.platform.json.JsonBinder;
import ma.jazari.platform.json.MergePatch;
import ma.jazari.platform.paging.Cursor;
import ma.jazari.platform.paging.ListQuery;
import ma.jazari.platform.paging.Page;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.security.Actor;
import org.jspecify.annotations.Nullable;

/** Makes and changes webhooks. Every change is one transaction and leaves one entry in the change log. */
@ApplicationScoped
public class WebhookService {

    private final WebhookRepository webhooks;
    private final WebhookPolicy policy;
    private final Standings standings;
    private final WebhookLog log;
    private final WebhookConfig config;
    private final JsonBinder binder;
    private final Clock clock;

    WebhookService(
            WebhookRepository webhooks,
            WebhookPolicy policy,
            Standings standings,
            WebhookLog log,
            WebhookConfig config,
            JsonBinder binder,
            Clock clock) {
        this.webhooks = webhooks;
        this.policy = policy;
        this.standings = standings;
        this.log = log;
        this.config = config;
        this.binder = binder;
        this.clock = clock;
    }

    /** @throws Problem 409 if the partner has as many as it may */
    @Transactional
    public Webhook create(String partnerId, WebhookRequest request, Actor actor) {
        policy.checkTakesWebhooks(partnerId);
        webhooks.lockPartner(partnerId);
        if (webhooks.countOf(partnerId) >= config.mostPerPartner()) {
            throw Problem.conflict("A partner has " + config.mostPerPartner() + " webhooks at most. Delete one first.");
        }
        var webhook = Webhook.created(Uuids.next(), partnerId, request, clock.instant());
        webhooks.add(webhook);
        log.append("webhook.created", webhook, null, actor);
        return webhook;
    }

    @Transactional
    public Page<Webhook> list(String partnerId, ListQuery query, Actor actor) {
        policy.check(partnerId, actor);
        policy.checkExists(partnerId);
        var binding = "webhooks " + partnerId;
        var after = Cursor.values(query.cursor, binding, 1).stream()
                .map(WebhookService::placeOf)
                .findFirst()
                .orElse(null);
        return Page.of(
                webhooks.findOf(partnerId, after, query.limit() + 1),
                query.limit(),
                webhook -> webhook,
                webhook -> Cursor.after(binding, List.of(webhook.id().toString())),
                query.wantsTotal() ? webhooks.countOf(partnerId) : null);
    }

    private static UUID placeOf(String text) {
        var place = new UUID[1];
        Cursor.reading(() -> place[0] = UUID.fromString(text));
        return place[0];
    }

    /** @throws Problem 404 for those who do not act for the partner, and for one that is not there */
    @Transactional
    public Webhook get(String partnerId, String id, Actor actor) {
        policy.check(partnerId, actor);
        return present(webhooks.find(Uuids.checked(id)).orElse(null), partnerId, id);
    }

    /** Changes what is written of it; a patch that changes nothing leaves no trace. */
    @Transactional
    public Webhook change(String partnerId, String id, ExpectedVersion expected, MergePatch patch, Actor actor) {
        var webhook = forChange(partnerId, id, actor);
        expected.check(webhook.version());
        var before = webhook.written();
        var after = binder.bind(patch.applyTo(binder.tree(before)), WebhookRequest.class);
        if (after.scheme() != webhook.signature()) {
            throw Problem.invalid("/signature", "cannot be changed; make another webhook");
        }
        return after.filter().equals(before.filter()) && sameTarget(before, after)
                ? webhook
                : saved(webhook.changed(after, clock.instant()), "webhook.updated", null, actor);
    }

    private static boolean sameTarget(WebhookRequest before, WebhookRequest after) {
        return before.url().equals(after.url()) && Objects.equals(before.description(), after.description());
    }

    /** Lets it stand still, or go on. */
    @Transactional
    public Webhook move(
            String partnerId, String id, ExpectedVersion expected, WebhookTransitionRequest move, Actor actor) {
        var webhook = forChange(partnerId, id, actor);
        expected.check(webhook.version());
        var moved = webhook.moved(move.to(), move.reason(), clock.instant());
        if (moved.status() == WebhookStatus.ACTIVE) {
            if (move.skips()) {
                standings.drop(webhook.id(), clock.instant());
            }
            standings.goOn(webhook.id(), clock.instant());
        }
        return saved(moved, typeOf(moved), move.reason(), actor);
    }

    /** What its deliveries are the reason for. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void disable(UUID id, String reason, Actor actor) {
        webhooks.findForChange(id)
                .filter(webhook -> webhook.status() == WebhookStatus.ACTIVE)
                .map(webhook -> webhook.moved(WebhookStatus.DISABLED, reason, clock.instant()))
                .ifPresent(disabled -> saved(disabled, typeOf(disabled), reason, actor));
    }

    private static String typeOf(Webhook moved) {
        return moved.status() == WebhookStatus.ACTIVE ? "webhook.enabled" : "webhook.disabled";
    }

    /** Gives it a new key. */
    @Transactional
    public Webhook rotate(String partnerId, String id, ExpectedVersion expected, RotationRequest request, Actor actor) {
        var webhook = forChange(partnerId, id, actor);
        expected.check(webhook.version());
        var rotated = webhook.rotated(overlap(request.overlapHours()), config.mostKeys(), clock.instant());
        return saved(rotated, "webhook.key-rotated", null, actor);
    }

    private Duration overlap(@Nullable Integer hours) {
        var overlap = hours == null ? config.overlap() : Duration.ofHours(hours);
        if (overlap.compareTo(config.longestOverlap()) > 0) {
            throw Problem.invalid(
                    "/overlapHours", "must be " + config.longestOverlap().toHours() + " at most");
        }
        return overlap;
    }

    /** Nobody sees it any more, and its keys are gone. */
    @Transactional
    public void delete(String partnerId, String id, ExpectedVersion expected, Actor actor) {
        var webhook = forChange(partnerId, id, actor);
        expected.check(webhook.version());
        standings.drop(webhook.id(), clock.instant());
        saved(webhook.deleted(clock.instant()), "webhook.deleted", null, actor);
    }

    private Webhook forChange(String partnerId, String id, Actor actor) {
        policy.check(partnerId, actor);
        return present(webhooks.findForChange(Uuids.checked(id)).orElse(null), partnerId, id);
    }

    private static Webhook present(@Nullable Webhook webhook, String partnerId, String id) {
        if (webhook == null || !webhook.partnerId().equals(partnerId) || webhook.status() == WebhookStatus.DELETED) {
            throw Problem.notFound("webhook", id);
        }
        return webhook;
    }

    private Webhook saved(Webhook webhook, String type, @Nullable String reason, Actor actor) {
        webhooks.save(webhook);
        log.append(type, webhook, reason, actor);
        return webhook;
    }
}
