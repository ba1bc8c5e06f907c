package ma.jazari.institutes.merge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import ma.jazari.institutes.merge.Part.Kind;
import ma.jazari.platform.changelog.DatabaseFailure;
import ma.jazari.platform.id.Uuids;

/** Moves what belongs to institutes outside of their records from one to the other. */
@ApplicationScoped
class HoldingMoves {

    private static final String MOVE_PARTS =
            """
            update TABLE set institute_id = ?, version = version + 1, updated_at = ?
            where id = any (?) and institute_id = ? returning id
            """;
    // One statement for both directions: the row of the institute itself, and the other's that names it.
    private static final String MOVE_RELATIONSHIPS =
            """
            update institute_relationship set
                institute_id = case when institute_id = w.was then w.becomes else institute_id end,
                other_id = case when other_id = w.was then w.becomes else other_id end,
                version = version + 1, updated_at = w.now
            from (select ?::varchar as was, ?::varchar as becomes, ?::timestamptz as now, ?::uuid[] as ids) w
            where institute_relationship.id = any (w.ids) and w.was in (institute_id, other_id)
            returning institute_relationship.id
            """;
    private static final String DROP = "delete from TABLE where id = any (?) returning to_jsonb(TABLE)::text";
    // As they were, unless something says the same by now; of a relationship both directions or none.
    private static final String RESTORE_COMPETENCIES =
            """
            insert into institute_competency select * from jsonb_populate_recordset(null::institute_competency, ?::jsonb)
            on conflict do nothing returning id
            """;
    private static final String RESTORE_RELATIONSHIPS =
            """
            insert into institute_relationship
            select * from jsonb_populate_recordset(null::institute_relationship, ?::jsonb) gone
            where not exists (
                select from institute_relationship r
                where r.id = gone.id or (r.institute_id, r.type, r.other_id) = (gone.institute_id, gone.type, gone.other_id)
                  and r.valid_from is not distinct from gone.valid_from)
            returning id
            """;
    private static final String LINK =
            """
            insert into institute_relationship
                (id, institute_id, type, other_id, valid_from, inverse_id, version, created_at, updated_at)
            values (?, ?, ?, ?, ?, ?, 1, ?, ?)
            """;

    private final AgroalDataSource database;
    private final ObjectMapper mapper;

    HoldingMoves(AgroalDataSource database, ObjectMapper mapper) {
        this.database = database;
        this.mapper = mapper;
    }

    /** A move from one institute to another. */
    record Move(String from, String to, Instant at) {}

    /** Moves those of the parts that are still there; the ids of those that it moved. */
    List<UUID> parts(Collection<Part> parts, Move move) {
        var moved = new ArrayList<UUID>();
        for (var kind : Kind.values()) {
            var ids = parts.stream()
                    .filter(part -> part.kind() == kind)
                    .map(Part::id)
                    .toList();
            if (!ids.isEmpty()) {
                moved.addAll(ids(MOVE_PARTS.replace("TABLE", kind.table()), move(ids, move)));
            }
        }
        return moved;
    }

    private static Binding move(List<UUID> ids, Move move) {
        return statement -> {
            statement.setString(1, move.to());
            statement.setObject(2, timestamp(move.at()));
            statement.setArray(3, uuids(statement.getConnection(), ids));
            statement.setString(4, move.from());
        };
    }

    /** Moves the relationships in both directions. */
    void relationships(Collection<Relationship> relationships, Move move) {
        if (relationships.isEmpty()) {
            return;
        }
        ids(MOVE_RELATIONSHIPS, statement -> {
            statement.setString(1, move.from());
            statement.setString(2, move.to());
            statement.setObject(3, timestamp(move.at()));
            statement.setArray(4, uuids(statement.getConnection(), both(relationships)));
        });
    }

    /** The ids of the rows in both directions. */
    static List<UUID> both(Collection<Relationship> relationships) {
        return relationships.stream()
                .<UUID>mapMulti((one, ids) -> {
                    ids.accept(one.id());
                    ids.accept(one.inverseId());
                })
                .toList();
    }

    /** Removes competencies; returns their rows. */
    ArrayNode dropCompetencies(Collection<UUID> ids) {
        return drop(Kind.COMPETENCY.table(), ids);
    }

    /** Removes rows of relationships, of which both directions are given; returns the rows. */
    ArrayNode dropRelationships(Collection<UUID> ids) {
        return drop("institute_relationship", ids);
    }

    private ArrayNode drop(String table, Collection<UUID> ids) {
        var rows = mapper.createArrayNode();
        if (!ids.isEmpty()) {
            texts(
                            DROP.replace("TABLE", table),
                            statement -> statement.setArray(1, uuids(statement.getConnection(), ids)))
                    .forEach(row -> rows.add(tree(row)));
        }
        return rows;
    }

    /** Puts competencies back; the ids of those that it could. */
    List<UUID> restoreCompetencies(ArrayNode rows) {
        return rows.isEmpty() ? List.of() : ids(RESTORE_COMPETENCIES, s -> s.setString(1, rows.toString()));
    }

    /** Puts relationships back; the ids of the rows that it could. */
    List<UUID> restoreRelationships(ArrayNode rows) {
        return rows.isEmpty() ? List.of() : ids(RESTORE_RELATIONSHIPS, s -> s.setString(1, rows.toString()));
    }

    /** Makes the source the predecessor of its successor from that day; the ids of the two rows. */
    List<UUID> link(Move move) {
        var here = Uuids.next();
        var there = Uuids.next();
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(LINK)) {
            bind(insert, List.of(here, there), List.of(move.to(), Relationship.PREDECESSOR, move.from()), move.at());
            bind(insert, List.of(there, here), List.of(move.from(), Relationship.SUCCESSOR, move.to()), move.at());
            insert.executeBatch();
            return List.of(here, there);
        } catch (SQLException e) {
            throw new DatabaseFailure("link an institute to its successor", e);
        }
    }

    private static void bind(PreparedStatement insert, List<UUID> ids, List<String> says, Instant at)
            throws SQLException {
        insert.setObject(1, ids.getFirst());
        insert.setString(2, says.get(0));
        insert.setString(3, says.get(1));
        insert.setString(4, says.get(2));
        insert.setObject(5, LocalDate.ofInstant(at, ZoneOffset.UTC));
        insert.setObject(6, ids.getLast());
        insert.setObject(7, timestamp(at));
        insert.setObject(8, timestamp(at));
        insert.addBatch();
    }

    private List<UUID> ids(String sql, Binding binding) {
        return texts(sql, binding).stream().map(UUID::fromString).toList();
    }

    private List<String> texts(String sql, Binding binding) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            binding.bind(statement);
            try (var row = statement.executeQuery()) {
                var texts = new ArrayList<String>();
                while (row.next()) {
                    texts.add(row.getString(1));
                }
                return texts;
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("move what belongs to an institute", e);
        }
    }

    private JsonNode tree(String row) {
        try {
            return mapper.readTree(row);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a row as JSON can be read", e);
        }
    }

    private static Array uuids(Connection connection, Collection<UUID> ids) throws SQLException {
        return connection.createArrayOf("uuid", ids.toArray());
    }

    private static OffsetDateTime timestamp(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    /** Gives a statement its values. */
    private interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }
}
