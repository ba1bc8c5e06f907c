package ma.jazari.partnerships.webhookdelivery;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.jazari.partnerships.webhook.WebhookService;
import ma.jazari.partnerships.webhook.WebhookStatus;
import ma.jazari.platform.changelog.DatabaseFailure;
import ma.jazari.platform.feed.FeedCursor;
import ma.jazari.platform.id.Uuids;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.problem.ProblemType;
import ma.jazari.platform.security.Actor;
import org.jspecify.annotations.Nullable;

/** Queues again what was heard before, step by step as there is room. A webhook has one replay at a time. */
@ApplicationScoped
class Replays {

    private static final String KEPT =
            """
            select last_ordinal, forgotten_through, forgotten_until,
                   (select epoch from heard_source where source = ?) as epoch
            from heard_clock
            """;
    private static final String BEGIN =
            """
            insert into webhook_replay (webhook_id, id, after_seq, after_source, from_at, to_at, undelivered_only,
                                        position, until_ordinal, created_at)
            values (?, ?, ?, ?, ?, ?, ?, 0, ?, ?)
            on conflict (webhook_id) do update set
                id = excluded.id, after_seq = excluded.after_seq, after_source = excluded.after_source,
                from_at = excluded.from_at, to_at = excluded.to_at, undelivered_only = excluded.undelivered_only,
                position = 0, until_ordinal = excluded.until_ordinal, queued = 0, created_at = excluded.created_at,
                finished_at = null
            where webhook_replay.finished_at is not null
            """;
    private static final String READ = "select * from webhook_replay where webhook_id = ?";
    private static final String RUNNING =
            "select webhook_id from webhook_replay where finished_at is null order by created_at";
    private static final String ADVANCE =
            "update webhook_replay set position = ?, queued = queued + ?, finished_at = ? where webhook_id = ?";

    private final AgroalDataSource database;
    private final WebhookService webhooks;
    private final QueueFilling filling;
    private final Clock clock;
    private final Event<Queued> queued;

    Replays(
            AgroalDataSource database,
            WebhookService webhooks,
            QueueFilling filling,
            Clock clock,
            Event<Queued> queued) {
        this.database = database;
        this.webhooks = webhooks;
        this.filling = filling;
        this.clock = clock;
        this.queued = queued;
    }

    /**
     * Begins a replay.
     *
     * @throws Problem 409 while another runs or the webhook is disabled; 410 for what is not kept any more
     */
    @Transactional
    public ReplayResponse begin(String partnerId, String webhookId, ReplayRequest request, Actor actor) {
        var webhook = webhooks.get(partnerId, webhookId, actor);
        if (webhook.status() != WebhookStatus.ACTIVE) {
            throw Problem.conflict("The webhook is disabled. Make it active first; it goes on where it stood.");
        }
        try (var connection = database.getConnection()) {
            var after = request.after() == null ? null : FeedCursor.decode(request.after());
            long until = checkKept(connection, after, request.from());
            if (!insert(connection, webhook.id(), request, after, until)) {
                throw Problem.conflict("A replay of this webhook is being queued; wait until it is QUEUED.");
            }
            queued.fire(new Queued());
            return read(connection, webhook.id()).orElseThrow().shown();
        } catch (SQLException e) {
            throw new DatabaseFailure("begin a replay", e);
        }
    }

    /** The last one that was asked for. @throws Problem 404 if there was none */
    @Transactional
    public ReplayResponse last(String partnerId, String webhookId, Actor actor) {
        var webhook = webhooks.get(partnerId, webhookId, actor);
        try (var connection = database.getConnection()) {
            return read(connection, webhook.id())
                    .orElseThrow(() -> Problem.notFound("replay of webhook", webhookId))
                    .shown();
        } catch (SQLException e) {
            throw new DatabaseFailure("read a replay", e);
        }
    }

    /** The last ordinal that there is now. */
    private static long checkKept(Connection connection, @Nullable FeedCursor after, @Nullable Instant from)
            throws SQLException {
        try (var kept = connection.prepareStatement(KEPT)) {
            kept.setString(1, after == null ? "" : after.source());
            try (var row = kept.executeQuery()) {
                row.next();
                var epoch = row.getString("epoch");
                var until = row.getTimestamp("forgotten_until");
                boolean isForgotten = (after != null && after.seq() < row.getLong("forgotten_through"))
                        || (from != null && until != null && from.isBefore(until.toInstant()))
                        || (after != null && epoch != null && !epoch.equals(after.epoch()));
                if (isForgotten) {
                    throw Problem.of(
                                    ProblemType.GONE,
                                    "What is asked for is from before what is kept for replays. Start again from a"
                                            + " snapshot, /v1/institutes/export and /v1/partners/export, and replay"
                                            + " after its cursor.")
                            .with("snapshots", List.of("/v1/institutes/export", "/v1/partners/export"));
                }
                return row.getLong("last_ordinal");
            }
        }
    }

    private boolean insert(
            Connection connection, UUID webhookId, ReplayRequest request, @Nullable FeedCursor after, long until)
            throws SQLException {
        try (var begin = connection.prepareStatement(BEGIN)) {
            begin.setObject(1, webhookId);
            begin.setObject(2, Uuids.next());
            begin.setObject(3, after == null ? null : after.seq(), Types.BIGINT);
            begin.setString(4, after == null ? null : after.source());
            begin.setTimestamp(5, request.from() == null ? null : Timestamp.from(request.from()));
            begin.setTimestamp(6, request.to() == null ? null : Timestamp.from(request.to()));
            begin.setBoolean(7, request.skipsDelivered());
            begin.setLong(8, until);
            begin.setTimestamp(9, Timestamp.from(clock.instant()));
            return begin.executeUpdate() == 1;
        }
    }

    /** Webhooks whose replay is not all in the queue. */
    List<UUID> running() {
        return Queues.ids(database, RUNNING);
    }

    /** Queues the next of the webhook's replay; says whether there is more that there is room for. */
    @Transactional
    boolean advance(UUID webhookId) {
        try (var connection = database.getConnection()) {
            var locked = Queues.lock(connection, webhookId);
            var replay = read(connection, webhookId).filter(found -> found.finishedAt() == null);
            if (locked.isEmpty() || replay.isEmpty()) {
                return false;
            }
            var stretch = replay.get().stretch();
            var filled = filling.fill(connection, locked.get().taker(), stretch, clock.instant());
            if (filled == null) {
                return false;
            }
            boolean isOver = filled.through() >= stretch.through();
            try (var advance = connection.prepareStatement(ADVANCE)) {
                advance.setLong(1, filled.through());
                advance.setLong(2, filled.queued());
                advance.setTimestamp(3, isOver ? Timestamp.from(clock.instant()) : null);
                advance.setObject(4, webhookId);
                advance.executeUpdate();
            }
            return !isOver;
        } catch (SQLException e) {
            throw new DatabaseFailure("queue a replay", e);
        }
    }

    private static Optional<Replay> read(Connection connection, UUID webhookId) throws SQLException {
        try (var select = connection.prepareStatement(READ)) {
            select.setObject(1, webhookId);
            try (var row = select.executeQuery()) {
                return row.next() ? Optional.of(Replay.of(row)) : Optional.empty();
            }
        }
    }

    /** A replay as it is kept. */
    private record Replay(String id, Stretch stretch, long queued, Instant createdAt, @Nullable Instant finishedAt) {

        static Replay of(ResultSet row) throws SQLException {
            var stretch = new Stretch(
                    row.getLong("position"),
                    row.getLong("until_ordinal"),
                    row.getObject("after_seq", Long.class),
                    row.getString("after_source"),
                    instant(row, "from_at"),
                    instant(row, "to_at"),
                    true,
                    row.getBoolean("undelivered_only"));
            return new Replay(
                    row.getString("id"),
                    stretch,
                    row.getLong("queued"),
                    row.getTimestamp("created_at").toInstant(),
                    instant(row, "finished_at"));
        }

        ReplayResponse shown() {
            return new ReplayResponse(id, finishedAt == null ? "QUEUEING" : "QUEUED", queued, createdAt, finishedAt);
        }

        private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
            var timestamp = row.getTimestamp(column);
            return timestamp == null ? null : timestamp.toInstant();
        }
    }
}
