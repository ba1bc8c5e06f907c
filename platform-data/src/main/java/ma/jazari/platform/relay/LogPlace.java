package ma.jazari.platform.relay;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * How far the change log has come.
 *
 * @param epoch of the order of changes; another one after a restore
 * @param placed the last place in that order that is taken; 0 for none
 * @param waiting changes that are committed and have no place yet
 * @param waitingPositions the sum of their positions in the log; with {@code waiting} it tells one set of them from another
 */
public record LogPlace(String epoch, long placed, long waiting, String waitingPositions) {

    // Two statements, so that the planner knows how few rows are recent, and takes the index on (tx, position).
    private static final String CLOCK =
            """
            select epoch, coalesce((select max(seq) from change_sequence), 0),
                   (case when settled_before > pg_snapshot_xmax(pg_current_snapshot()) then '0'::xid8
                         else settled_before end)::text
            from change_clock
            """;
    private static final String WAITING =
            """
            select count(*), coalesce(sum(c.position), 0)::text
            from (select position from change_log where tx >= ?::xid8 offset 0) c
            where (select true from change_sequence s where s.position = c.position) is null
            """;

    /** Reads it; at one point in time, if the connection is in a snapshot. */
    public static LogPlace read(Connection connection) throws SQLException {
        try (var clock = connection.prepareStatement(CLOCK);
                var waiting = connection.prepareStatement(WAITING);
                var told = clock.executeQuery()) {
            told.next();
            waiting.setString(1, told.getString(3));
            try (var counted = waiting.executeQuery()) {
                counted.next();
                return new LogPlace(told.getString(1), told.getLong(2), counted.getLong(1), counted.getString(2));
            }
        }
    }
}
