package ma.jazari.platform.changelog;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ma.jazari.platform.paging.Cursor;
import ma.jazari.platform.paging.ListQuery;
import ma.jazari.platform.paging.Page;
import ma.jazari.platform.security.Actor;
import org.jspecify.annotations.Nullable;

/** What the change log says about one record: its history, and the record as it was at an instant. */
@ApplicationScoped
public class History {

    // Serves /history; read along the unique index on (subject_type, subject_id, subject_version).
    private static final String PAGE =
            """
            select subject_version, entry, hash, private_part - 'state' from change_log
            where subject_type = ? and subject_id = ? and subject_version > ?
              and (? or audience is null or audience && ?)
            order by subject_version limit ?
            """;
    private static final String AS_OF =
            """
            select state::text, private_part -> 'state', audience from change_log
            where subject_type = ? and subject_id = ? and at <= ?
            order by subject_version desc limit 1
            """;
    private static final String COUNT =
            """
            select count(*) from change_log
            where subject_type = ? and subject_id = ? and (? or audience is null or audience && ?)
            """;

    private final AgroalDataSource database;
    private final ObjectMapper mapper;

    History(AgroalDataSource database, ObjectMapper mapper) {
        this.database = database;
        this.mapper = mapper;
    }

    /**
     * A page of the record's history, oldest first, as far as the actor may see it.
     *
     * @param withPrivate whether it may see what is not public of the record, too
     */
    public Page<HistoryItem> of(Subject subject, ListQuery query, Actor actor, boolean withPrivate) {
        var binding = "history " + subject;
        var after = Cursor.values(query.cursor, binding, 1);
        var rows = rows(subject, after.isEmpty() ? 0 : Long.parseLong(after.getFirst()), query.limit() + 1, actor);
        return Page.of(
                rows,
                query.limit(),
                row -> HistoryItem.of(mapper, row.entry(), withPrivate ? row.privatePart() : null, row.hash()),
                row -> Cursor.after(binding, List.of(String.valueOf(row.version()))),
                query.wantsTotal() ? count(subject, actor) : null);
    }

    /** The record as it was at the instant; empty if it did not exist, or the actor could not see that state. */
    public Optional<PastState> asOf(Subject subject, Instant instant, Actor actor) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(AS_OF)) {
            select.setString(1, subject.type());
            select.setString(2, subject.id());
            select.setTimestamp(3, Timestamp.from(instant));
            try (var row = select.executeQuery()) {
                return row.next() && sees(actor, row) ? Optional.of(pastState(row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("read the history of a record", e);
        }
    }

    private static boolean sees(Actor actor, ResultSet row) throws SQLException {
        var audience = row.getArray(3);
        return audience == null
                || actor.seesEverything()
                || List.of((String[]) audience.getArray()).stream().anyMatch(actor.audiences()::contains);
    }

    private static PastState pastState(ResultSet row) throws SQLException {
        var hidden = row.getString(2);
        return new PastState(Canonical.object(row.getString(1)), hidden == null ? null : Canonical.object(hidden));
    }

    private List<Row> rows(Subject subject, long afterVersion, int limit, Actor actor) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(PAGE)) {
            select.setString(1, subject.type());
            select.setString(2, subject.id());
            select.setLong(3, afterVersion);
            select.setBoolean(4, actor.seesEverything());
            select.setArray(
                    5, connection.createArrayOf("text", actor.audiences().toArray()));
            select.setInt(6, limit);
            try (var result = select.executeQuery()) {
                var rows = new ArrayList<Row>();
                while (result.next()) {
                    rows.add(new Row(result.getLong(1), result.getString(2), result.getString(3), result.getString(4)));
                }
                return rows;
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("read the history of a record", e);
        }
    }

    private long count(Subject subject, Actor actor) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(COUNT)) {
            select.setString(1, subject.type());
            select.setString(2, subject.id());
            select.setBoolean(3, actor.seesEverything());
            select.setArray(
                    4, connection.createArrayOf("text", actor.audiences().toArray()));
            try (var result = select.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("count the history of a record", e);
        }
    }

    /**
     * A record as it was.
     *
     * @param state what was public of it
     * @param privateState what was not
     */
    public record PastState(ObjectNode state, @Nullable ObjectNode privateState) {}

    private record Row(long version, String entry, String hash, @Nullable String privatePart) {}
}
