package ma.jazari.platform.exporting;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import ma.jazari.platform.changelog.Canonical;
import ma.jazari.platform.feed.FeedCursor;
import ma.jazari.platform.relay.LogPlace;
import ma.jazari.platform.search.SqlFilter;

/** The records of one export, as the change log holds their present versions. */
final class ExportRows {

    private static final String SNAPSHOT = "set transaction isolation level repeatable read, read only";
    // Not the service's usual limits: a statement here lasts as long as its client reads, and between two fetches the
    // transaction is idle for as long. A client that reads nothing at all is cut off by Reading.
    private static final String PATIENCE =
            "set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0";

    // Goes along the primary key, and for each record along the log's key of subject and version.
    private static final String ROWS =
            """
            select i.id, c.state::text, (c.state #> '{location,lat}')::text, (c.state #> '{location,lon}')::text
            from %s i join change_log c
              on c.subject_type = '%s' and c.subject_id = i.id and c.subject_version = i.version
            where %s
            order by i.id
            """;

    private final ExportTable table;
    private final SqlFilter filter;
    private final int fetch;

    /** @param filter of records that the caller may see */
    ExportRows(ExportTable table, SqlFilter filter, int fetch) {
        this.table = table;
        this.filter = filter;
        this.fetch = fetch;
    }

    /**
     * Where in the order of changes a snapshot stands.
     *
     * @param etag of the export at this place
     * @param cursor of the last change that was placed before it
     */
    record Place(String etag, String cursor) {}

    /** Begins the snapshot and says where it stands. */
    Place begin(Connection connection, ExportFormat format, String service) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute(SNAPSHOT);
            statement.execute(PATIENCE);
        }
        var place = LogPlace.read(connection);
        var cursor = new FeedCursor(place.epoch(), service, place.placed()).encode();
        return new Place(etag(format, cursor, place), cursor);
    }

    /** If what is placed and what waits are both the same, nothing has been committed in between. */
    private String etag(ExportFormat format, String cursor, LogPlace place) {
        var waiting = place.waiting() + "-" + place.waitingPositions();
        return "\""
                + Canonical.sha256(
                        String.join("\n", format.mediaType(), table.name(), filter.binding(), cursor, waiting))
                + "\"";
    }

    /** Reads the records, some at a time. */
    void read(Connection connection, ExportWriter writer) throws SQLException, IOException {
        var conditions = filter.positional();
        try (var select =
                connection.prepareStatement(ROWS.formatted(table.name(), table.subjectType(), conditions.sql()))) {
            select.setFetchSize(fetch);
            conditions.bind(select);
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    writer.write(exported(row));
                }
            }
        }
    }

    private static Exported exported(ResultSet row) throws SQLException {
        return new Exported(row.getString(1), row.getString(2), row.getString(3), row.getString(4));
    }
}
