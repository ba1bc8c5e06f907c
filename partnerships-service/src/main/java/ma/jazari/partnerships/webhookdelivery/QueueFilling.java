package ma.jazari.partnerships.webhookdelivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import ma.jazari.partnerships.partner.PartnerPolicy;
import ma.jazari.partnerships.partner.PartnerSuccessions;
import ma.jazari.partnerships.webhook.WebhookFilter;
import ma.jazari.platform.changelog.Subject;
import ma.jazari.platform.security.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Puts what was heard into the queue of a webhook: what its partner may see, by the rule of the change feed, and its
 * filters let pass. Each change once, however often it is asked for.
 */
@ApplicationScoped
class QueueFilling {

    static final int CHUNK = 1_000;

    private static final String FILL =
            """
            with scanned as (
                select * from heard_change where ordinal > ? and ordinal <= ? order by ordinal limit ?
            ), passed as (
                select * from scanned
                where (audience is null or audience && ?)
                  and (cardinality(?::text[]) = 0 or type like any (?))
                  and (cardinality(?::text[]) = 0 or subject_type = any (?))
                  and (cardinality(?::text[]) = 0 or subject_id = any (?))
                  and (?::bigint is null or (seq, source collate "C") > (?::bigint, ?::text collate "C"))
                  and (?::timestamptz is null or at >= ?::timestamptz)
                  and (?::timestamptz is null or at < ?::timestamptz)
                order by ordinal limit ?
            ), queued as (
                insert into webhook_delivery (webhook_id, message_id, type, subject_type, subject_id,
                                              subject_version, status, queued_at)
                select ?, id, type, subject_type, subject_id, subject_version, 'PENDING', ? from passed
                on conflict (webhook_id, message_id) do update set
                    status = 'PENDING', failures = 0, due_at = null, queued_at = excluded.queued_at, finished_at = null
                where ? and webhook_delivery.status <> 'PENDING'
                  and not (? and webhook_delivery.status = 'DELIVERED')
                returning subject_type || ':' || subject_id as subject
            )
            select case when (select count(*) from passed) = ? then (select max(ordinal) from passed)
                        else (select max(ordinal) from scanned) end as through,
                   (select count(*) from queued) as queued,
                   (select array_agg(distinct subject) from queued) as subjects
            """;
    private static final String WAITING =
            "select count(*) from webhook_delivery where webhook_id = ? and status = 'PENDING'";

    private final PartnerSuccessions successions;
    private final QueueOrder order;
    private final DeliveryConfig config;

    QueueFilling(PartnerSuccessions successions, QueueOrder order, DeliveryConfig config) {
        this.successions = successions;
        this.order = order;
        this.config = config;
    }

    /**
     * Whose queue it is.
     *
     * @param partnerId whose visible changes it takes
     */
    record Taker(UUID webhookId, String partnerId, WebhookFilter filter) {}

    /**
     * How far a step came.
     *
     * @param through the last ordinal that was looked at
     */
    record Filled(long through, long queued) {}

    /** Queues the next of the stretch, as much as there is room for; null if there is none. The webhook is locked. */
    @Nullable Filled fill(Connection connection, Taker taker, Stretch stretch, Instant now) throws SQLException {
        long room = config.longestQueue() - waiting(connection, taker.webhookId());
        if (room <= 0) {
            return null;
        }
        try (var fill = connection.prepareStatement(FILL)) {
            bind(fill, taker, stretch, Math.min(room, CHUNK), now);
            try (var row = fill.executeQuery()) {
                row.next();
                long through = row.getLong("through");
                var filled = new Filled(row.wasNull() ? stretch.through() : through, row.getLong("queued"));
                var subjects = row.getArray("subjects");
                if (subjects != null) {
                    order.arrange(connection, taker.webhookId(), subjects((String[]) subjects.getArray()), now);
                }
                return filled;
            }
        }
    }

    private static long waiting(Connection connection, UUID webhookId) throws SQLException {
        try (var count = connection.prepareStatement(WAITING)) {
            count.setObject(1, webhookId);
            try (var row = count.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private void bind(PreparedStatement fill, Taker taker, Stretch stretch, long room, Instant now)
            throws SQLException {
        int i = 0;
        fill.setLong(++i, stretch.after());
        fill.setLong(++i, stretch.through());
        fill.setInt(++i, CHUNK);
        texts(fill, ++i, audiences(taker.partnerId()));
        for (var texts : List.of(
                taker.filter().typePatterns(),
                taker.filter().subjectTypes(),
                taker.filter().subjectIds())) {
            texts(fill, ++i, texts);
            texts(fill, ++i, texts);
        }
        fill.setObject(++i, stretch.afterSeq(), Types.BIGINT);
        fill.setObject(++i, stretch.afterSeq(), Types.BIGINT);
        fill.setString(++i, stretch.afterSource());
        for (var instant : Arrays.asList(stretch.from(), stretch.from(), stretch.to(), stretch.to())) {
            fill.setTimestamp(++i, instant == null ? null : Timestamp.from(instant));
        }
        fill.setLong(++i, room);
        fill.setObject(++i, taker.webhookId());
        fill.setTimestamp(++i, Timestamp.from(now));
        fill.setBoolean(++i, stretch.again());
        fill.setBoolean(++i, stretch.undeliveredOnly());
        fill.setLong(++i, room);
    }

    /** What the feed calls them for a caller that acts for the partner: its own, and those that have become part of it. */
    private List<String> audiences(String partnerId) {
        return successions.withAbsorbed(List.of(partnerId)).stream()
                .map(id -> new Scope(PartnerPolicy.SUBJECT, id).toString())
                .toList();
    }

    private static void texts(PreparedStatement statement, int index, List<String> texts) throws SQLException {
        statement.setArray(index, statement.getConnection().createArrayOf("text", texts.toArray()));
    }

    private static List<Subject> subjects(String[] names) {
        return Arrays.stream(names)
                .map(name -> new Subject(name.substring(0, name.indexOf(':')), name.substring(name.indexOf(':') + 1)))
                .toList();
    }
}
