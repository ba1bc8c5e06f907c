package ma.jazari.platform.changelog;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agroal.api.AgroalDataSource;
import io.opentelemetry.api.trace.Span;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import ma.jazari.platform.http.RequestId;
import ma.jazari.platform.id.Uuids;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.problem.ProblemType;
import ma.jazari.platform.security.Actor;
import org.jspecify.annotations.Nullable;

/**
 * The log of all changes of a service's records: the outbox that the relay publishes from, the history of each record
 * (a hash chain) and the change feed. A change is appended in the transaction that makes it, or not at all.
 */
@ApplicationScoped
public class ChangeLog {

    /** The largest record that still fits into a Kafka message, whose limit the topics set at 5 MB. */
    private static final int MAX_STATE_CHARS = 1_000_000;

    private static final String LAST =
            """
            select last.subject_type, last.subject_id, last.hash, last.state::text, last.private_part -> 'state'
            from unnest(?::text[], ?::text[]) as wanted (type, id)
            cross join lateral (
                select subject_type, subject_id, hash, state, private_part from change_log
                where subject_type = wanted.type and subject_id = wanted.id order by subject_version desc limit 1
            ) last
            """;
    private static final String INSERT =
            """
            insert into change_log (id, type, subject_type, subject_id, subject_version, at, actor, entry, hash,
                                    state, private_part, audience, request_id, traceparent, causation_id)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?, ?)
            """;

    private final AgroalDataSource database;
    private final ObjectMapper mapper;
    private final RequestId requestId;
    private final WakeUp wakeUp;

    ChangeLog(AgroalDataSource database, ObjectMapper mapper, RequestId requestId, WakeUp wakeUp) {
        this.database = database;
        this.mapper = mapper;
        this.requestId = requestId;
        this.wakeUp = wakeUp;
    }

    /** The values of a record as the log stores them. */
    public ObjectNode tree(Object state) {
        return mapper.valueToTree(state);
    }

    /**
     * Appends the change, chained to the record's previous one.
     *
     * @throws Problem 413 if the record has become too large to be published
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void append(NewChange change, Actor actor) {
        appendAll(List.of(change), actor);
    }

    /**
     * Appends changes of as many records, in their order, in two round trips.
     *
     * @throws Problem 413 if a record has become too large to be published
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void appendAll(List<NewChange> changes, Actor actor) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(INSERT)) {
            var previous = previous(connection, changes);
            for (var change : changes) {
                var entry = Entry.of(change, actor, Causation.current(), previous.get(change.subject()));
                if (entry.state().toString().length() > MAX_STATE_CHARS) {
                    throw Problem.of(
                            ProblemType.TOO_LARGE, "The record as a whole would be larger than a million characters.");
                }
                bind(insert, change, entry, actor);
                insert.addBatch();
            }
            insert.executeBatch();
            wakeUp.afterCommit();
        } catch (SQLException e) {
            throw new DatabaseFailure("append to the change log", e);
        }
    }

    private static Map<Subject, Previous> previous(Connection connection, List<NewChange> changes) throws SQLException {
        var subjects = changes.stream()
                .filter(change -> change.version() > 1)
                .map(NewChange::subject)
                .toList();
        var found = new HashMap<Subject, Previous>();
        if (subjects.isEmpty()) {
            return found;
        }
        try (var select = connection.prepareStatement(LAST)) {
            select.setArray(1, texts(connection, subjects.stream().map(Subject::type)));
            select.setArray(2, texts(connection, subjects.stream().map(Subject::id)));
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    found.put(
                            new Subject(row.getString(1), row.getString(2)),
                            new Previous(
                                    row.getString(3),
                                    Canonical.object(row.getString(4)),
                                    objectOrNull(row.getString(5))));
                }
            }
        }
        return found;
    }

    private static Array texts(Connection connection, Stream<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
    }

    private static @Nullable ObjectNode objectOrNull(@Nullable String json) {
        return json == null ? null : Canonical.object(json);
    }

    private void bind(PreparedStatement insert, NewChange change, Entry entry, Actor actor) throws SQLException {
        int i = 0;
        insert.setObject(++i, Uuids.next(), java.sql.Types.OTHER);
        insert.setString(++i, change.type());
        insert.setString(++i, change.subject().type());
        insert.setString(++i, change.subject().id());
        insert.setLong(++i, change.version());
        insert.setTimestamp(++i, Timestamp.from(entry.at()));
        insert.setString(++i, actor.sub() == null ? actor.name() : actor.sub());
        insert.setString(++i, entry.canonical());
        insert.setString(++i, entry.hash());
        insert.setString(++i, entry.state().toString());
        insert.setString(
                ++i, entry.privatePart() == null ? null : entry.privatePart().toString());
        insert.setArray(
                ++i, change.audience() == null ? null : texts(insert.getConnection(), change.audience().stream()));
        insert.setString(++i, requestId.current());
        insert.setString(++i, traceparent());
        insert.setString(++i, Causation.current());
    }

    /** W3C trace context of the work that makes the change; null outside a trace. */
    private static @Nullable String traceparent() {
        var span = Span.current().getSpanContext();
        return span.isValid()
                ? "00-" + span.getTraceId() + "-" + span.getSpanId() + "-"
                        + span.getTraceFlags().asHex()
                : null;
    }

    /** The record's last change. */
    record Previous(String hash, ObjectNode state, @Nullable ObjectNode privateState) {}
}
