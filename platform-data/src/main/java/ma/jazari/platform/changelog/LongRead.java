package ma.jazari.platform.changelog;

import java.sql.Connection;
import java.sql.SQLException;

/** A transaction that reads much, in its own time: one snapshot, nothing written, rows in the order of an index. */
public final class LongRead {

    /** How many rows come over at a time. */
    public static final int FETCH_SIZE = 200;

    // Sorting would read all of a table before the first row comes, and the reader at the other end would give up.
    private static final String BEGIN =
            """
            set transaction isolation level repeatable read, read only;
            set local statement_timeout = '10min';
            set local idle_in_transaction_session_timeout = '10min';
            set local enable_sort = off
            """;

    private LongRead() {}

    /** Makes the transaction such a one; it has just begun, and nothing was read in it. */
    public static void begin(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(BEGIN);
        }
    }
}
