package ma.jazari.platform.changelog;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import ma.jazari.platform.feed.FeedCursor;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.problem.ProblemType;

/**
 * How far the service's part of the network's order has come.
 *
 * @param epoch names the log; another one after a restore
 * @param closedThrough microseconds since 1970; nothing is placed at or before it any more
 */
record FeedClock(String service, String epoch, long closedThrough) {

    /** Where those start again whose cursor is of no use any more. */
    static final String SNAPSHOT = "/v1/changes/snapshot";

    private static final String CLOCK = "select epoch, closed_through from change_clock";

    static FeedClock read(Connection connection, String service) throws SQLException {
        try (var select = connection.prepareStatement(CLOCK);
                var row = select.executeQuery()) {
            row.next();
            return new FeedClock(service, row.getString(1), row.getLong(2));
        }
    }

    /**
     * The largest seq of this service that lies at or before the cursor.
     *
     * @throws Problem 410 for a cursor from before a restore
     */
    long through(FeedCursor cursor) {
        if (cursor.source().equals(service) && !cursor.epoch().equals(epoch)) {
            throw Problem.of(
                            ProblemType.GONE,
                            "The cursor is from before this registry was restored. Start again: read " + SNAPSHOT
                                    + ", then the feed after its resumeCursor.")
                    .with("snapshot", SNAPSHOT);
        }
        return service.compareTo(cursor.source()) > 0 ? cursor.seq() - 1 : cursor.seq();
    }

    FeedCursor place(long seq) {
        return new FeedCursor(epoch, service, seq);
    }

    String cursor(long seq) {
        return place(seq).encode();
    }

    /** Of seq, id, type, subject_type, subject_id, subject_version, at, causation_id and state. */
    Change change(ResultSet row) throws SQLException {
        return new Change(
                cursor(row.getLong(1)),
                row.getString(2),
                row.getString(3),
                new Change.ChangeSubject(row.getString(4), row.getString(5), row.getLong(6)),
                row.getTimestamp(7).toInstant().toString(),
                "/" + service,
                row.getString(8),
                Canonical.object(row.getString(9)));
    }
}
