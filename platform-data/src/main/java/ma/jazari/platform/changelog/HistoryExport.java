package ma.jazari.platform.changelog;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import ma.jazari.platform.paging.ListQuery;
import ma.jazari.platform.security.Actor;

/** Writes hash chains out, one item a line, for archives. Needs little memory, however long they are. */
@ApplicationScoped
public class HistoryExport {

    /** Of what is written. */
    public static final String NDJSON = "application/x-ndjson";

    // Along the unique index on (subject_type, subject_id, subject_version).
    private static final String ALL =
            """
            select subject_id, subject_version, entry, (private_part - 'state')::text, hash from change_log
            where subject_type = ? order by subject_id, subject_version
            """;
    private static final String PAGE = "200";

    private final History history;
    private final AgroalDataSource database;
    private final ObjectMapper mapper;

    HistoryExport(History history, AgroalDataSource database, ObjectMapper mapper) {
        this.history = history;
        this.database = database;
        this.mapper = mapper;
    }

    /** The record's whole history, oldest first, as far as the actor may see it; what {@link History#of} tells in pages. */
    public void write(Subject subject, Actor actor, boolean withPrivate, OutputStream to) throws IOException {
        // By pages, so that a reader who takes its time keeps no connection to the database.
        var query = new ListQuery();
        query.limit = PAGE;
        do {
            var page = history.of(subject, query, actor, withPrivate);
            for (var item : page.items()) {
                line(to, item);
            }
            query.cursor = page.nextCursor();
        } while (query.cursor != null);
    }

    /** The histories of all records of the type, by record and version, with what is not public of them. */
    public void writeAll(String subjectType, OutputStream to) throws IOException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            LongRead.begin(connection);
            try {
                writeAll(connection, subjectType, to);
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("read the histories of all records", e);
        }
    }

    private void writeAll(Connection connection, String subjectType, OutputStream to) throws SQLException, IOException {
        try (var select = connection.prepareStatement(ALL)) {
            select.setFetchSize(LongRead.FETCH_SIZE);
            select.setString(1, subjectType);
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    line(to, item(subjectType, row));
                }
            }
        }
    }

    /** An entry that was made unreadable must not hide those that come after it. */
    private Object item(String subjectType, ResultSet row) throws SQLException {
        var entry = row.getString(3);
        var hash = row.getString(5);
        try {
            return HistoryItem.of(mapper, entry, row.getString(4), hash);
        } catch (UncheckedIOException e) {
            return new Unreadable(row.getLong(2), new Subject(subjectType, row.getString(1)), entry, hash);
        }
    }

    private void line(OutputStream to, Object item) throws IOException {
        to.write(mapper.writeValueAsBytes(item));
        to.write('\n');
    }

    /**
     * Stands for an entry that is no history item any more; no verification takes it for one.
     *
     * @param unreadable the entry's text
     */
    private record Unreadable(long version, Subject subject, String unreadable, String hash) {}
}
