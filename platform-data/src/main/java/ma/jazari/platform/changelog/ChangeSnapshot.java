package ma.jazari.platform.changelog;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import ma.jazari.platform.feed.FeedCursor;
import ma.jazari.platform.paging.Cursor;
import ma.jazari.platform.security.Actor;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The last change of each record at a place in the feed, as far as a caller may see it: what a reader who starts anew needs
 * instead of all that came before. The log only grows, so pages that are read at different times are true at one place.
 */
@ApplicationScoped
public class ChangeSnapshot {

    // Serves the snapshot: along the unique index on (subject_type, subject_id, subject_version), record by record, as
    // far
    // as a page holds in rows and in bytes.
    private static final String PAGE =
            """
            select seq, id, type, subject_type, subject_id, subject_version, at, causation_id, state, size_through
            from (
                select last.*, sum(octet_length(state)) over (order by subject_type, subject_id) as size_through
                from (
                    select distinct on (c.subject_type, c.subject_id)
                           s.seq, c.id, c.type, c.subject_type, c.subject_id, c.subject_version, c.at, c.causation_id,
                           c.state::text as state
                    from change_log c join change_sequence s using (position)
                    where (c.subject_type, c.subject_id) > (?, ?) and s.seq <= ?
                      and (? or c.audience is null or c.audience && ?)
                    order by c.subject_type, c.subject_id, c.subject_version desc
                    limit ?
                ) last
            ) page
            where size_through - octet_length(state) < ?
            order by subject_type, subject_id
            """;
    private static final List<String> BEGINNING = List.of("", "");
    private static final long PAGE_BYTES = 4_000_000;

    private final AgroalDataSource database;
    private final String service;

    ChangeSnapshot(AgroalDataSource database, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.database = database;
        this.service = service;
    }

    /**
     * One page, by kind and id of the records.
     *
     * @param through the place in the feed that it is true at
     * @param cursor where the page before ended; null for the first
     * @throws ma.jazari.platform.problem.Problem 400 for a cursor that is none, 410 for a place from before a restore
     */
    public SnapshotPage read(FeedCursor through, @Nullable String cursor, int limit, Actor actor) {
        var binding = FeedClock.SNAPSHOT + " " + through.encode();
        var values = Cursor.values(cursor, binding, 2);
        try (var connection = database.getConnection()) {
            var clock = FeedClock.read(connection, service);
            try (var select = connection.prepareStatement(PAGE)) {
                bind(connection, select, values.isEmpty() ? BEGINNING : values, clock.through(through), actor, limit);
                return page(select, clock, limit, binding);
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("read a snapshot of the changes", e);
        }
    }

    private static void bind(
            Connection connection, PreparedStatement select, List<String> after, long through, Actor actor, int limit)
            throws SQLException {
        select.setString(1, after.get(0));
        select.setString(2, after.get(1));
        select.setLong(3, through);
        select.setBoolean(4, actor.seesEverything());
        select.setArray(5, connection.createArrayOf("text", actor.audiences().toArray()));
        select.setInt(6, limit + 1);
        select.setLong(7, PAGE_BYTES);
    }

    private static SnapshotPage page(PreparedStatement select, FeedClock clock, int limit, String binding)
            throws SQLException {
        var changes = new ArrayList<Change>();
        long bytes = 0;
        try (var row = select.executeQuery()) {
            while (row.next()) {
                changes.add(clock.change(row));
                bytes = row.getLong("size_through");
            }
        }
        var items = List.copyOf(changes.subList(0, Math.min(limit, changes.size())));
        boolean more = changes.size() > limit || bytes >= PAGE_BYTES;
        return new SnapshotPage(items, more ? after(items.getLast().subject(), binding) : null);
    }

    private static String after(Change.ChangeSubject last, String binding) {
        return Cursor.after(binding, List.of(last.type(), last.id()));
    }
}
