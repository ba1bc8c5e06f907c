package ma.jazari.institutes.merge;

import com.fasterxml.jackson.databind.node.ArrayNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import ma.jazari.institutes.relationship.RelationshipType;
import ma.jazari.platform.id.Uuids;

/** Where the relationships of institutes are kept, a row for each direction. */
@ApplicationScoped
class RelationshipRows {

    private static final String SELECT =
            """
            select r.id, r.institute_id, r.type, r.other_id, o.status in ('CLOSED', 'MERGED', 'REJECTED'),
                   r.valid_from, r.valid_to, r.inverse_id
            from institute_relationship r join institute o on o.id = r.other_id
            """;
    private static final String OF = SELECT + "where r.institute_id = ? order by r.id";
    private static final String FIND = SELECT + "where r.id = any (?) order by r.id";
    // One statement for both directions: the row of the institute itself, and the other's that names it.
    private static final String MOVE =
            """
            update institute_relationship set
                institute_id = case when institute_id = w.was then w.becomes else institute_id end,
                other_id = case when other_id = w.was then w.becomes else other_id end,
                version = version + 1, updated_at = w.now
            from (select ?::varchar as was, ?::varchar as becomes, ?::timestamptz as now, ?::uuid[] as ids) w
            where institute_relationship.id = any (w.ids) and w.was in (institute_id, other_id)
            returning institute_relationship.id
            """;
    private static final String DROP =
            "delete from institute_relationship where id = any (?) returning to_jsonb(institute_relationship)::text";
    private static final String RESTORE =
            """
            insert into institute_relationship
            select * from jsonb_populate_recordset(null::institute_relationship, ?::jsonb) gone
            where not exists (
                select from institute_relationship r
                where r.id = gone.id
                   or (r.institute_id, r.type, r.other_id) = (gone.institute_id, gone.type, gone.other_id)
                  and r.valid_from is not distinct from gone.valid_from)
            returning id
            """;
    private static final String LINK =
            """
            insert into institute_relationship
                (id, institute_id, type, other_id, valid_from, inverse_id, version, created_at, updated_at)
            select l.id, l.institute_id, l.type, l.other_id, l.since, l.inverse_id, 1, l.now, l.now
            from (select ?::uuid as here, ?::uuid as there, ?::varchar as source, ?::varchar as successor, ?::date as since,
                         ?::timestamptz as now) w
            cross join lateral (
                values (here, successor, 'PREDECESSOR', source, since, there, now),
                       (there, source, 'SUCCESSOR', successor, since, here, now)
            ) l (id, institute_id, type, other_id, since, inverse_id, now)
            returning id
            """;

    private final Rows rows;

    RelationshipRows(Rows rows) {
        this.rows = rows;
    }

    /** The relationships as the institute has them. */
    List<Relationship> of(String instituteId) {
        return rows.read(OF, statement -> statement.setString(1, instituteId), RelationshipRows::relationship);
    }

    /** Those that are still there. */
    List<Relationship> find(Collection<UUID> ids) {
        return rows.read(
                FIND, statement -> statement.setArray(1, Rows.uuids(statement, ids)), RelationshipRows::relationship);
    }

    private static Relationship relationship(ResultSet row) throws SQLException {
        return new Relationship(
                row.getObject(1, UUID.class),
                row.getString(2),
                RelationshipType.valueOf(row.getString(3)),
                row.getString(4),
                row.getBoolean(5),
                row.getObject(6, LocalDate.class),
                row.getObject(7, LocalDate.class),
                row.getObject(8, UUID.class));
    }

    /** Moves them in both directions. */
    void move(Collection<Relationship> relationships, Move move) {
        rows.ids(MOVE, statement -> {
            statement.setString(1, move.from());
            statement.setString(2, move.to());
            statement.setObject(3, Rows.timestamp(move.at()));
            statement.setArray(4, Rows.uuids(statement, bothWays(relationships)));
        });
    }

    /** Removes them in both directions; returns the rows. */
    ArrayNode drop(Collection<Relationship> relationships) {
        return dropRows(bothWays(relationships));
    }

    /** Removes rows, of which both directions are given; returns the rows. */
    ArrayNode dropRows(Collection<UUID> ids) {
        return rows.json(DROP, statement -> statement.setArray(1, Rows.uuids(statement, ids)));
    }

    private static List<UUID> bothWays(Collection<Relationship> relationships) {
        return relationships.stream()
                .<UUID>mapMulti((one, ids) -> {
                    ids.accept(one.id());
                    ids.accept(one.inverseId());
                })
                .toList();
    }

    /** Puts rows back as they were, unless something says the same by now; the ids of those that it could. */
    List<UUID> restore(ArrayNode gone) {
        return rows.ids(RESTORE, statement -> statement.setString(1, gone.toString()));
    }

    /** Makes the source the predecessor of its successor from that day; the ids of the two rows. */
    List<UUID> link(Move move) {
        return rows.ids(LINK, statement -> {
            statement.setObject(1, Uuids.next());
            statement.setObject(2, Uuids.next());
            statement.setString(3, move.from());
            statement.setString(4, move.to());
            statement.setObject(5, LocalDate.ofInstant(move.at(), ZoneOffset.UTC));
            statement.setObject(6, Rows.timestamp(move.at()));
        });
    }
}
