package ma.jazari.partnerships.webhookdelivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import ma.jazari.platform.changelog.Subject;

/**
 * Of the changes of one record that wait in a queue, only the first is due; the one that is on its way goes before all
 * others. Called with the webhook locked, whenever something came into its queue or left it.
 */
@ApplicationScoped
class QueueOrder {

    private static final String ARRANGE =
            """
            with asked (type, id) as (select * from unnest(?::text[], ?::text[])),
            ranked as (
                select d.message_id, row_number() over (
                    partition by d.subject_type, d.subject_id
                    order by d.claimed_until is null, d.subject_version, d.message_id) as place
                from webhook_delivery d join asked on d.subject_type = asked.type and d.subject_id = asked.id
                where d.webhook_id = ? and d.status = 'PENDING'
            )
            update webhook_delivery d set due_at = case when r.place = 1 then ?::timestamptz end
            from ranked r
            where d.webhook_id = ? and d.message_id = r.message_id and (d.due_at is not null) <> (r.place = 1)
            """;

    /** @param due when what is now first of its record is tried */
    void arrange(Connection connection, UUID webhookId, Collection<Subject> subjects, Instant due) throws SQLException {
        if (subjects.isEmpty()) {
            return;
        }
        try (var arrange = connection.prepareStatement(ARRANGE)) {
            arrange.setArray(
                    1,
                    connection.createArrayOf(
                            "text", subjects.stream().map(Subject::type).toArray()));
            arrange.setArray(
                    2,
                    connection.createArrayOf(
                            "text", subjects.stream().map(Subject::id).toArray()));
            arrange.setObject(3, webhookId);
            arrange.setTimestamp(4, Timestamp.from(due));
            arrange.setObject(5, webhookId);
            arrange.executeUpdate();
        }
    }
}
