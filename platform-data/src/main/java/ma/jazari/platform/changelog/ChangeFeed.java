package ma.jazari.platform.changelog;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import ma.jazari.platform.feed.FeedCursor;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.security.Actor;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The service's changes in the network's order, as far as a caller may see them. */
@ApplicationScoped
public class ChangeFeed {

    // Serves the feed: along the primary key of change_sequence, as far as a page holds in rows and in bytes.
    private static final String PAGE =
            """
            select seq, id, type, subject_type, subject_id, subject_version, at, causation_id, state, size_through
            from (
                select s.seq, c.id, c.type, c.subject_type, c.subject_id, c.subject_version, c.at, c.causation_id,
                       c.state::text as state, sum(octet_length(c.state::text)) over (order by s.seq) as size_through
                from (select seq, position from change_sequence where seq > ? and seq <= ? order by seq limit ?) s
                join change_log c using (position)
                where (? or c.audience is null or c.audience && ?)
                  and (? or c.type like any (?))
                  and (? or c.subject_id = any (?))
                order by s.seq limit ?
            ) page
            where size_through - octet_length(state) < ?
            order by seq
            """;
    private static final String SCANNED =
            "select seq from change_sequence where seq > ? and seq <= ? order by seq offset ? limit 1";
    /** Changes that one page looks at, so that a reader of a rare type comes forward, too. */
    private static final int MOST_SCANNED = 20_000;

    private static final long PAGE_BYTES = 4_000_000;

    private final AgroalDataSource database;
    private final String service;

    ChangeFeed(AgroalDataSource database, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.database = database;
        this.service = service;
    }

    /**
     * The changes after a place in the network's order.
     *
     * @param after a cursor of any service; null for the beginning
     * @throws Problem 400 for a cursor that is none, 410 for a cursor from before a restore
     */
    public ChangePage read(@Nullable String after, FeedFilter filter, int limit, Actor actor) {
        var from = after == null ? null : FeedCursor.decode(after);
        try (var connection = database.getConnection()) {
            var clock = FeedClock.read(connection, service);
            long start = from == null ? 0 : clock.through(from);
            var changes = changes(connection, new Stretch(start, clock, filter, limit + 1), actor);
            var items =
                    changes.found().subList(0, Math.min(limit, changes.found().size()));
            boolean more = changes.found().size() > limit || changes.bytes() >= PAGE_BYTES;
            var next = more ? items.getLast().cursor() : scanned(connection, start, clock);
            return new ChangePage(
                    List.copyOf(items), next, next == null ? settled(from, clock) : next, clock.closedThrough());
        } catch (SQLException e) {
            throw new DatabaseFailure("read the change feed", e);
        }
    }

    /** Where a reader goes on that has seen all there is: nothing comes at or before it any more. */
    private static String settled(@Nullable FeedCursor from, FeedClock clock) {
        var here = clock.place(clock.closedThrough());
        return (from != null && from.compareTo(here) > 0 ? from : here).encode();
    }

    private static Found changes(Connection connection, Stretch stretch, Actor actor) throws SQLException {
        try (var select = connection.prepareStatement(PAGE)) {
            select.setLong(1, stretch.start());
            select.setLong(2, stretch.clock().closedThrough());
            select.setInt(3, MOST_SCANNED);
            select.setBoolean(4, actor.seesEverything());
            select.setArray(
                    5, connection.createArrayOf("text", actor.audiences().toArray()));
            var filter = stretch.filter();
            select.setBoolean(6, filter.types().isEmpty());
            select.setArray(7, connection.createArrayOf("text", filter.patterns()));
            select.setBoolean(8, filter.subjects().isEmpty());
            select.setArray(
                    9, connection.createArrayOf("text", filter.subjects().toArray()));
            select.setInt(10, stretch.limit());
            select.setLong(11, PAGE_BYTES);
            try (var row = select.executeQuery()) {
                var changes = new ArrayList<Change>();
                long bytes = 0;
                while (row.next()) {
                    changes.add(stretch.clock().change(row));
                    bytes = row.getLong("size_through");
                }
                return new Found(changes, bytes);
            }
        }
    }

    /** The place that a full scan ends at; null if it came to the present end of the feed. */
    private static @Nullable String scanned(Connection connection, long start, FeedClock clock) throws SQLException {
        try (var select = connection.prepareStatement(SCANNED)) {
            select.setLong(1, start);
            select.setLong(2, clock.closedThrough());
            select.setInt(3, MOST_SCANNED - 1);
            try (var row = select.executeQuery()) {
                return row.next() ? clock.cursor(row.getLong(1)) : null;
            }
        }
    }

    private record Found(List<Change> found, long bytes) {}

    private record Stretch(long start, FeedClock clock, FeedFilter filter, int limit) {}
}
