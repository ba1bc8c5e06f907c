package ma.jazari.institutes.merge;

import com.fasterxml.jackson.databind.node.ArrayNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import ma.jazari.institutes.merge.Part.Kind;

/** Where what institutes offer is kept. */
@ApplicationScoped
class PartRows {

    private static final String OF =
            """
            select 'COMPETENCY', id, field, level from institute_competency where institute_id = ?
            union all select 'SOLUTION', id, null, null from institute_solution where institute_id = ?
            union all select 'INFRASTRUCTURE', id, null, null from institute_infrastructure where institute_id = ?
            order by 1, 2
            """;
    private static final String MOVE =
            """
            update TABLE set institute_id = ?, version = version + 1, updated_at = ?
            where id = any (?) and institute_id = ? returning id
            """;
    private static final String DROP =
            "delete from institute_competency where id = any (?) returning to_jsonb(institute_competency)::text";
    private static final String RESTORE =
            """
            insert into institute_competency select * from jsonb_populate_recordset(null::institute_competency, ?::jsonb)
            on conflict do nothing returning id
            """;

    private final Rows rows;

    PartRows(Rows rows) {
        this.rows = rows;
    }

    List<Part> of(String instituteId) {
        return rows.read(
                OF,
                statement -> {
                    for (int i = 1; i <= Kind.values().length; i++) {
                        statement.setString(i, instituteId);
                    }
                },
                row -> new Part(
                        Kind.valueOf(row.getString(1)),
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getString(4)));
    }

    /** Moves those that are still there; the ids of those that it moved. */
    List<UUID> move(Collection<Part> parts, Move move) {
        var moved = new ArrayList<UUID>();
        for (var kind : Kind.values()) {
            var ids = parts.stream()
                    .filter(part -> part.kind() == kind)
                    .map(Part::id)
                    .toList();
            if (!ids.isEmpty()) {
                moved.addAll(move(kind, ids, move));
            }
        }
        return moved;
    }

    private List<UUID> move(Kind kind, List<UUID> ids, Move move) {
        return rows.ids(MOVE.replace("TABLE", kind.table()), statement -> {
            statement.setString(1, move.to());
            statement.setObject(2, Rows.timestamp(move.at()));
            statement.setArray(3, Rows.uuids(statement, ids));
            statement.setString(4, move.from());
        });
    }

    /** Removes competencies; returns their rows. */
    ArrayNode drop(Collection<UUID> competencies) {
        return rows.json(DROP, statement -> statement.setArray(1, Rows.uuids(statement, competencies)));
    }

    /** Puts competencies back as they were, unless something says the same by now; the ids of those that it could. */
    List<UUID> restore(ArrayNode competencies) {
        return rows.ids(RESTORE, statement -> statement.setString(1, competencies.toString()));
    }
}
