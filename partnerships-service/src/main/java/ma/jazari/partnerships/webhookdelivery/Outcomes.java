package ma.jazari.partnerships.webhookdelivery;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import ma.jazari.partnerships.webhook.WebhookService;
import ma.jazari.platform.changelog.DatabaseFailure;
import ma.jazari.platform.changelog.Subject;
import ma.jazari.platform.security.Actor;
import org.jspecify.annotations.Nullable;

/** Writes down what came of an attempt, and what follows: another one, the next message, or the end of a webhook. */
@ApplicationScoped
class Outcomes {

    private static final Actor DELIVERY = new Actor(null, "webhook-delivery", Set.of(), Set.of());
    private static final String LATE = "LATE";
    private static final int ATTEMPTS_KEPT = 50;
    private static final int LONGEST_ERROR = 300;

    // Nobody waits for the disk after a success: one that a crash forgets is delivered again, as after a crash just
    // before.
    private static final String LOCK =
            """
            select failing_since, last_failure_at, case when ? then set_config('synchronous_commit', 'off', true) end
            from webhook where id = ? for no key update
            """;
    // A claim that has run out and was taken by another is no longer one's own.
    private static final String DELIVERED =
            """
            with delivered as (
                update webhook_delivery set status = 'DELIVERED', attempts = attempts + 1, due_at = null,
                                            finished_at = ?, claimed_until = null
                where webhook_id = ? and message_id = ? and status = 'PENDING' and claimed_until = ?
                returning *
            ), added as (
                insert into webhook_attempt (webhook_id, message_id, number, at, status, duration_ms)
                select webhook_id, message_id, attempts, ?, ?, ? from delivered
            ), forgotten as (
                delete from webhook_attempt a using delivered d
                where a.webhook_id = d.webhook_id and a.message_id = d.message_id and a.number <= d.attempts - ?
            )
            select subject_type, subject_id from delivered
            """;
    private static final String CLAIMED =
            """
            select subject_type, subject_id, failures, attempts from webhook_delivery
            where webhook_id = ? and message_id = ? and status = 'PENDING' and claimed_until = ?
            """;
    private static final String ATTEMPT =
            """
            insert into webhook_attempt (webhook_id, message_id, number, at, status, duration_ms, error)
            values (?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String FORGET_ATTEMPTS =
            "delete from webhook_attempt where webhook_id = ? and message_id = ? and number <= ?";
    private static final String NOTE =
            """
            update webhook_delivery set status = ?, failures = ?, attempts = ?, due_at = ?, finished_at = ?,
                                        claimed_until = null
            where webhook_id = ? and message_id = ?
            """;
    private static final String WELL = "update webhook set failing_since = null, last_failure_at = null where id = ?";
    private static final String FAILING =
            """
            update webhook set failing_since = ?, last_failure_at = ?,
                               paused_until = greatest(paused_until, ?::timestamptz)
            where id = ?
            """;

    private final AgroalDataSource database;
    private final QueueOrder order;
    private final WebhookService webhooks;
    private final DeliveryConfig config;
    private final Pacing pacing;

    Outcomes(AgroalDataSource database, QueueOrder order, WebhookService webhooks, DeliveryConfig config) {
        this.database = database;
        this.order = order;
        this.webhooks = webhooks;
        this.config = config;
        this.pacing = new Pacing(
                config.pauses(), config.jitter(), config.longestRetryAfter(), () -> ThreadLocalRandom.current()
                        .nextDouble());
    }

    /** Says what has become of the message: DELIVERED, PENDING, GIVEN_UP; or LATE if the claim had run out. */
    @Transactional
    public String note(Claim claim, Answer answer) {
        try (var connection = database.getConnection()) {
            var failing = lock(connection, claim, answer);
            return answer.isSuccess()
                    ? delivered(connection, claim, failing, answer)
                    : failed(connection, claim, failing, answer);
        } catch (SQLException e) {
            throw new DatabaseFailure("note what came of an attempt", e);
        }
    }

    private static Failing lock(Connection connection, Claim claim, Answer answer) throws SQLException {
        try (var lock = connection.prepareStatement(LOCK)) {
            lock.setBoolean(1, answer.isSuccess());
            lock.setObject(2, claim.webhookId());
            try (var row = lock.executeQuery()) {
                row.next();
                return new Failing(instant(row.getTimestamp(1)), instant(row.getTimestamp(2)));
            }
        }
    }

    private String delivered(Connection connection, Claim claim, Failing before, Answer answer) throws SQLException {
        try (var deliver = connection.prepareStatement(DELIVERED)) {
            deliver.setTimestamp(1, Timestamp.from(answer.end()));
            deliver.setObject(2, claim.webhookId());
            deliver.setObject(3, claim.messageId());
            deliver.setTimestamp(4, Timestamp.from(claim.until()));
            deliver.setTimestamp(5, Timestamp.from(answer.at()));
            deliver.setObject(6, answer.status(), Types.INTEGER);
            deliver.setLong(7, answer.took().toMillis());
            deliver.setInt(8, ATTEMPTS_KEPT);
            try (var row = deliver.executeQuery()) {
                if (!row.next()) {
                    return LATE;
                }
                var subject = new Subject(row.getString(1), row.getString(2));
                order.arrange(connection, claim.webhookId(), List.of(subject), answer.end());
            }
        }
        if (before.since() != null) {
            well(connection, claim);
        }
        return "DELIVERED";
    }

    private String failed(Connection connection, Claim claim, Failing before, Answer answer) throws SQLException {
        var claimed = claimed(connection, claim);
        if (claimed.isEmpty()) {
            return LATE;
        }
        var next = next(claimed.get(), answer);
        addAttempt(connection, claim, claimed.get(), answer);
        note(connection, claim, next);
        order.arrange(connection, claim.webhookId(), List.of(claimed.get().subject()), answer.end());
        noteFailing(connection, claim, before, answer);
        return next.status();
    }

    private static Optional<Claimed> claimed(Connection connection, Claim claim) throws SQLException {
        try (var select = connection.prepareStatement(CLAIMED)) {
            select.setObject(1, claim.webhookId());
            select.setObject(2, claim.messageId());
            select.setTimestamp(3, Timestamp.from(claim.until()));
            try (var row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Claimed(
                                new Subject(row.getString(1), row.getString(2)), row.getInt(3), row.getInt(4)))
                        : Optional.empty();
            }
        }
    }

    private Next next(Claimed claimed, Answer answer) {
        int failures = claimed.failures() + 1;
        var pause = claimed.isPing() ? Optional.<Duration>empty() : pacing.after(failures, answer.retryAfter());
        return pause.map(time -> new Next(
                        "PENDING",
                        failures,
                        claimed.attempts() + 1,
                        answer.end().plus(time),
                        null))
                .orElseGet(() -> new Next("GIVEN_UP", failures, claimed.attempts() + 1, null, answer.end()));
    }

    private static void addAttempt(Connection connection, Claim claim, Claimed claimed, Answer answer)
            throws SQLException {
        int number = claimed.attempts() + 1;
        try (var add = connection.prepareStatement(ATTEMPT);
                var forget = connection.prepareStatement(FORGET_ATTEMPTS)) {
            add.setObject(1, claim.webhookId());
            add.setObject(2, claim.messageId());
            add.setInt(3, number);
            add.setTimestamp(4, Timestamp.from(answer.at()));
            add.setObject(5, answer.status(), Types.INTEGER);
            add.setLong(6, answer.took().toMillis());
            add.setString(7, shortened(answer.error()));
            add.executeUpdate();
            if (number > ATTEMPTS_KEPT) {
                forget.setObject(1, claim.webhookId());
                forget.setObject(2, claim.messageId());
                forget.setInt(3, number - ATTEMPTS_KEPT);
                forget.executeUpdate();
            }
        }
    }

    private static void note(Connection connection, Claim claim, Next next) throws SQLException {
        try (var note = connection.prepareStatement(NOTE)) {
            note.setString(1, next.status());
            note.setInt(2, next.failures());
            note.setInt(3, next.attempts());
            note.setTimestamp(4, timestamp(next.due()));
            note.setTimestamp(5, timestamp(next.finished()));
            note.setObject(6, claim.webhookId());
            note.setObject(7, claim.messageId());
            note.executeUpdate();
        }
    }

    private static void well(Connection connection, Claim claim) throws SQLException {
        try (var well = connection.prepareStatement(WELL)) {
            well.setObject(1, claim.webhookId());
            well.executeUpdate();
        }
    }

    private void noteFailing(Connection connection, Claim claim, Failing before, Answer answer) throws SQLException {
        var end = answer.end();
        var since = before.since(end, config.failuresApart());
        var pause = pacing.asked(answer.retryAfter());
        try (var failing = connection.prepareStatement(FAILING)) {
            failing.setTimestamp(1, Timestamp.from(since));
            failing.setTimestamp(2, Timestamp.from(end));
            failing.setTimestamp(3, pause.isZero() ? null : Timestamp.from(end.plus(pause)));
            failing.setObject(4, claim.webhookId());
            failing.executeUpdate();
        }
        if (answer.isGone()) {
            webhooks.disable(claim.webhookId(), "The receiver answered 410: it wants no more messages.", DELIVERY);
        } else if (!since.plus(config.disableAfter()).isAfter(end)) {
            webhooks.disable(claim.webhookId(), "No attempt has succeeded since " + since + ".", DELIVERY);
        }
    }

    private static @Nullable String shortened(@Nullable String error) {
        return error == null || error.length() <= LONGEST_ERROR ? error : error.substring(0, LONGEST_ERROR);
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    /** The message as it was claimed. */
    private record Claimed(Subject subject, int failures, int attempts) {

        boolean isPing() {
            return subject.type().equals(Pings.SUBJECT);
        }
    }

    /** What becomes of it. */
    private record Next(String status, int failures, int attempts, @Nullable Instant due, @Nullable Instant finished) {}

    /** Since when nothing has succeeded. */
    private record Failing(@Nullable Instant since, @Nullable Instant last) {

        Instant since(Instant now, Duration apart) {
            return since == null || last == null || last.plus(apart).isBefore(now) ? now : since;
        }
    }
}
