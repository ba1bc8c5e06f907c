package ma.jazari.platform.changelog;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import ma.jazari.platform.paging.Cursor;
import ma.jazari.platform.paging.ListQuery;
import ma.jazari.platform.paging.Page;
import ma.jazari.platform.security.Actor;
import org.jspecify.annotations.Nullable;

/** What the change log says about one record: its history, and the record as it was at an instant. */
@ApplicationScoped
public class History {

    // Serves /history, along the unique index on (subject_type, subject_id, subject_version). An entry tells what was
    // before, so a caller who may see the record since this version alone does not see the entry.
    private static final String SEEN =
            """
            with history as (
                select *, lag(audience) over (order by subject_version) as audience_before
                from change_log where subject_type = ? and subject_id = ?
            ), seen as (
                select * from history
                where ? or audience is null
                   or audience && ? and (audience_before is null or audience_before && ?)
            )
            """;
    private static final String PAGE = SEEN
            + """
            select subject_version, entry, hash, private_part, size_through from (
                select subject_version, entry, hash, (private_part - 'state')::text as private_part,
                       sum(octet_length(entry)) over (order by subject_version) as size_through
                from seen where subject_version > ?
                order by subject_version limit ?
            ) page
            where size_through - octet_length(entry) < ?
            order by subject_version
            """;
    private static final String COUNT = SEEN + "select count(*) from seen";
    private static final long PAGE_BYTES = 4_000_000;

    private final AgroalDataSource database;
    private final ObjectMapper mapper;
    private final PastStates states;

    History(AgroalDataSource database, ObjectMapper mapper, PastStates states) {
        this.database = database;
        this.mapper = mapper;
        this.states = states;
    }

    /**
     * A page of the record's history, oldest first, as far as the actor may see it.
     *
     * @param withPrivate whether it may see what is not public of the record, too
     */
    public Page<HistoryItem> of(Subject subject, ListQuery query, Actor actor, boolean withPrivate) {
        var binding = "history " + subject;
        var rows = rows(subject, after(query, binding), query.limit() + 1, actor);
        var shown = rows.subList(0, Math.min(query.limit(), rows.size()));
        boolean more =
                rows.size() > shown.size() || (!rows.isEmpty() && rows.getLast().bytes() >= PAGE_BYTES);
        return new Page<>(
                shown.stream().map(row -> item(row, withPrivate)).toList(),
                more
                        ? Cursor.after(
                                binding, List.of(String.valueOf(shown.getLast().version())))
                        : null,
                query.wantsTotal() ? count(subject, actor) : null);
    }

    private HistoryItem item(Row row, boolean withPrivate) {
        return HistoryItem.of(mapper, row.entry(), withPrivate ? row.privatePart() : null, row.hash());
    }

    private static long after(ListQuery query, String binding) {
        var after = Cursor.values(query.cursor, binding, 1);
        var version = new AtomicLong();
        Cursor.reading(() -> after.forEach(value -> version.set(Long.parseLong(value))));
        return version.get();
    }

    /** The record as it was at the instant; empty if it did not exist, or the actor could not see that state. */
    public Optional<PastState> asOf(Subject subject, Instant instant, Actor actor) {
        return states.find(subject, new Moment.AtInstant(instant), actor);
    }

    /**
     * What differs between two points of the record's history; empty if it did not exist at one of them, or the actor
     * could not see it there.
     *
     * @param withPrivate whether it may see what is not public of the record, too
     */
    public Optional<RecordDiff> diff(Subject subject, Moment.Pair between, Actor actor, boolean withPrivate) {
        var from = states.find(subject, between.from(), actor);
        var to = from.flatMap(found -> states.find(subject, between.to(), actor));
        return to.map(after -> diff(subject, from.orElseThrow(), after, withPrivate));
    }

    private static RecordDiff diff(Subject subject, PastState from, PastState to, boolean withPrivate) {
        return new RecordDiff(
                subject,
                RecordDiff.DiffSide.of(from),
                RecordDiff.DiffSide.of(to),
                FieldChange.ofRecord(from.state(), to.state()),
                withPrivate ? FieldChange.ofRecord(orEmpty(from.privateState()), orEmpty(to.privateState())) : null);
    }

    private static ObjectNode orEmpty(@Nullable ObjectNode state) {
        return state == null ? JsonNodeFactory.instance.objectNode() : state;
    }

    private List<Row> rows(Subject subject, long afterVersion, int limit, Actor actor) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(PAGE)) {
            bindSeen(select, subject, actor);
            select.setLong(6, afterVersion);
            select.setInt(7, limit);
            select.setLong(8, PAGE_BYTES);
            try (var result = select.executeQuery()) {
                var rows = new ArrayList<Row>();
                while (result.next()) {
                    rows.add(new Row(
                            result.getLong(1),
                            result.getString(2),
                            result.getString(3),
                            result.getString(4),
                            result.getLong(5)));
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
            bindSeen(select, subject, actor);
            try (var result = select.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("count the history of a record", e);
        }
    }

    private static void bindSeen(PreparedStatement select, Subject subject, Actor actor) throws SQLException {
        var audiences =
                select.getConnection().createArrayOf("text", actor.audiences().toArray());
        select.setString(1, subject.type());
        select.setString(2, subject.id());
        select.setBoolean(3, actor.seesEverything());
        select.setArray(4, audiences);
        select.setArray(5, audiences);
    }

    private record Row(long version, String entry, String hash, @Nullable String privatePart, long bytes) {}
}
