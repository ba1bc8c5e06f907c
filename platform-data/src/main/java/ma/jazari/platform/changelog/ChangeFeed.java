package ma.jazari.platform.changelog;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import ma.jazari.platform.feed.FeedCursor;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.problem.ProblemType;
import ma.jazari.platform.security.Actor;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The service's changes in the network's order, as far as a caller may see them. */
@ApplicationScoped
public class ChangeFeed {

    private static final Pattern TYPE = Pattern.compile("[a-z][a-z-]*\\.(\\*|[a-z][a-z-]*)");

    private static final String CLOCK = "select epoch, closed_through from change_clock";
    // Serves the feed: along the primary key of change_sequence.
    private static final String PAGE =
            """
            select s.seq, c.id, c.type, c.subject_type, c.subject_id, c.subject_version, c.entry::jsonb ->> 'at',
                   c.state::text
            from change_sequence s join change_log c using (position)
            where s.seq > ? and s.seq <= ?
              and (? or c.audience is null or c.audience && ?)
              and (? or c.type like any (?))
            order by s.seq limit ?
            """;

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
     * @param types names such as {@code institute.activated}, or {@code institute.*}; empty for all
     * @throws Problem 400 for a cursor or type that is none, 410 for a cursor from before a restore
     */
    public ChangePage read(@Nullable String after, List<String> types, int limit, Actor actor) {
        types.forEach(ChangeFeed::check);
        var from = after == null ? null : FeedCursor.decode(after);
        try (var connection = database.getConnection()) {
            var clock = clock(connection);
            long start = from == null ? 0 : start(from, clock);
            var changes = changes(connection, new Stretch(start, clock, types, limit + 1), actor);
            boolean more = changes.size() > limit;
            var items = more ? changes.subList(0, limit) : changes;
            var last = items.isEmpty()
                    ? Objects.requireNonNullElseGet(after, () -> beginning(clock))
                    : items.getLast().cursor();
            return new ChangePage(List.copyOf(items), more ? last : null, last, clock.closedThrough());
        } catch (SQLException e) {
            throw new DatabaseFailure("read the change feed", e);
        }
    }

    private String beginning(ClockRow clock) {
        return new FeedCursor(clock.epoch(), service, 0).encode();
    }

    private static void check(String type) {
        if (!TYPE.matcher(type).matches()) {
            throw Problem.invalid(
                    "types", "\"" + type + "\" is no type; expected for instance institute.activated or institute.*");
        }
    }

    /** The largest seq of this service that lies at or before the cursor. */
    private long start(FeedCursor cursor, ClockRow clock) {
        if (cursor.source().equals(service) && !cursor.epoch().equals(clock.epoch())) {
            throw Problem.of(
                    ProblemType.GONE,
                    "The cursor is from before this registry was restored. Start again from a snapshot: read the lists, then the feed.");
        }
        return service.compareTo(cursor.source()) > 0 ? cursor.seq() - 1 : cursor.seq();
    }

    private static ClockRow clock(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement(CLOCK);
                var row = select.executeQuery()) {
            row.next();
            return new ClockRow(row.getString(1), row.getLong(2));
        }
    }

    private List<Change> changes(Connection connection, Stretch stretch, Actor actor) throws SQLException {
        try (var select = connection.prepareStatement(PAGE)) {
            select.setLong(1, stretch.start());
            select.setLong(2, stretch.clock().closedThrough());
            select.setBoolean(3, actor.seesEverything());
            select.setArray(
                    4, connection.createArrayOf("text", actor.audiences().toArray()));
            select.setBoolean(5, stretch.types().isEmpty());
            select.setArray(6, connection.createArrayOf("text", patterns(stretch.types())));
            select.setInt(7, stretch.limit());
            try (var row = select.executeQuery()) {
                var changes = new ArrayList<Change>();
                while (row.next()) {
                    changes.add(change(row, stretch.clock().epoch()));
                }
                return changes;
            }
        }
    }

    private static Object[] patterns(List<String> types) {
        return types.stream().map(type -> type.replace("*", "%")).toArray();
    }

    private Change change(ResultSet row, String epoch) throws SQLException {
        return new Change(
                new FeedCursor(epoch, service, row.getLong(1)).encode(),
                row.getString(2),
                row.getString(3),
                new Change.ChangeSubject(row.getString(4), row.getString(5), row.getLong(6)),
                row.getString(7),
                "/" + service,
                Canonical.object(row.getString(8)));
    }

    private record ClockRow(String epoch, long closedThrough) {}

    private record Stretch(long start, ClockRow clock, List<String> types, int limit) {}
}
