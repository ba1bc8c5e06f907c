package ma.jazari.institutes.network;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ma.jazari.platform.changelog.DatabaseFailure;
import org.jspecify.annotations.Nullable;

/** Reads the network's institutes level by level, one query each: from their table, or the past from the change log. */
@ApplicationScoped
class TreeReader {

    // One moment for all the levels, so that an institute that is moved meanwhile stands in one place.
    private static final String ONE_MOMENT = "set transaction isolation level repeatable read, read only";
    private static final String ROOT = "select id from institute where kind = 'ROOT' and status <> 'REJECTED'";

    private static final String NOW =
            """
            select id, parent_id, jsonb_build_object('id', id, 'kind', kind, 'status', status, 'names', details -> 'names',
                                                     'region', region, 'missions', missions) as node
            from institute where status in ('ACTIVE', 'SUSPENDED')
            """;
    // The record at the instant is its last change until then; who was not public then was not in the tree.
    private static final String THEN =
            """
            select c.id, state ->> 'parentId' as parent_id,
                   jsonb_build_object('id', state -> 'id', 'kind', state -> 'kind', 'status', state -> 'status',
                                      'names', state -> 'names', 'region', state -> 'region',
                                      'missions', state -> 'missions') as node
            from %s as c (id) cross join lateral (
                select state, audience from change_log
                where subject_type = 'INSTITUTE' and subject_id = c.id and at <= ? order by subject_version desc limit 1
            ) last
            where audience is null and state ->> 'status' in ('ACTIVE', 'SUSPENDED')
            """;
    private static final String ONE_NOW = NOW + " and id = ?";
    private static final String ONE_THEN = THEN.formatted("(select ?)");
    // Serves a level: along institute_by_parent.
    private static final String BELOW_NOW = below(NOW + " and parent_id = any (?)");
    // Serves a level of the past: along change_log_by_parent, which names all who ever belonged to one of these.
    private static final String BELOW_THEN = below(THEN.formatted(
                    """
                    (select distinct subject_id from change_log
                     where subject_type = 'INSTITUTE' and state ->> 'parentId' = any (?))
                    """)
            + " and state ->> 'parentId' = any (?)");

    private final AgroalDataSource database;
    private final ObjectMapper mapper;

    TreeReader(AgroalDataSource database, ObjectMapper mapper) {
        this.database = database;
        this.mapper = mapper;
    }

    private static String below(String children) {
        return "select parent_id, case when row_number() over (order by parent_id, id) <= ? then node::text end from ("
                + children + ") child order by parent_id, id";
    }

    /** Makes what the transaction reads true of one moment; its first statement. */
    @Transactional(Transactional.TxType.MANDATORY)
    void holdStill() {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(ONE_MOMENT);
        } catch (SQLException e) {
            throw new DatabaseFailure("read the tree at one moment", e);
        }
    }

    /** The id of the network's root. A root stays one, so that it is the same at every instant. */
    Optional<String> rootId() {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(ROOT);
                var row = select.executeQuery()) {
            return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
        } catch (SQLException e) {
            throw new DatabaseFailure("find the root of the tree", e);
        }
    }

    /** The institute, if it belongs to the network, or did at the instant. */
    Optional<NodeState> node(String id, @Nullable Instant asOf) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(asOf == null ? ONE_NOW : ONE_THEN)) {
            select.setString(1, id);
            if (asOf != null) {
                select.setTimestamp(2, Timestamp.from(asOf));
            }
            try (var row = select.executeQuery()) {
                return row.next() ? Optional.of(state(row.getString(3))) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("read the top of the tree", e);
        }
    }

    /** What belongs to these institutes, and as many of them as there is room for. */
    Level below(List<String> parents, int room, @Nullable Instant asOf) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(asOf == null ? BELOW_NOW : BELOW_THEN)) {
            bind(select, parents, room, asOf);
            try (var row = select.executeQuery()) {
                var level = new Level();
                while (row.next()) {
                    level.add(row.getString(1), stateOrNull(row));
                }
                return level;
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("read a level of the tree", e);
        }
    }

    private static void bind(PreparedStatement select, List<String> parents, int room, @Nullable Instant asOf)
            throws SQLException {
        Connection connection = select.getConnection();
        var ids = connection.createArrayOf("text", parents.toArray());
        select.setInt(1, room);
        select.setArray(2, ids);
        if (asOf != null) {
            select.setTimestamp(3, Timestamp.from(asOf));
            select.setArray(4, ids);
        }
    }

    private @Nullable NodeState stateOrNull(ResultSet row) throws SQLException {
        var json = row.getString(2);
        return json == null ? null : state(json);
    }

    private NodeState state(String json) {
        try {
            return mapper.readValue(json, NodeState.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a published institute can be read", e);
        }
    }
}
