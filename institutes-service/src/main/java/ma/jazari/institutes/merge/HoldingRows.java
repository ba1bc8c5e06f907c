package ma.jazari.institutes.merge;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import ma.jazari.institutes.merge.Part.Kind;
import ma.jazari.platform.changelog.DatabaseFailure;

/** Reads what belongs to institutes outside of their records. */
@ApplicationScoped
class HoldingRows {

    private static final String PARTS =
            """
            select 'COMPETENCY', id, field, level from institute_competency where institute_id = ?
            union all select 'SOLUTION', id, null, null from institute_solution where institute_id = ?
            union all select 'INFRASTRUCTURE', id, null, null from institute_infrastructure where institute_id = ?
            order by 1, 2
            """;
    private static final String RELATIONSHIP =
            """
            select r.id, r.institute_id, r.type, r.other_id, o.status in ('CLOSED', 'MERGED', 'REJECTED'),
                   r.valid_from, r.inverse_id
            from institute_relationship r join institute o on o.id = r.other_id
            """;
    private static final String RELATIONSHIPS = RELATIONSHIP + "where r.institute_id = ? order by r.id";
    private static final String RELATIONSHIPS_BY_ID = RELATIONSHIP + "where r.id = any (?) order by r.id";

    private final AgroalDataSource database;

    HoldingRows(AgroalDataSource database) {
        this.database = database;
    }

    Holdings of(String instituteId) {
        return new Holdings(parts(instituteId), relationships(instituteId));
    }

    private List<Part> parts(String instituteId) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(PARTS)) {
            for (int i = 1; i <= Kind.values().length; i++) {
                select.setString(i, instituteId);
            }
            try (var row = select.executeQuery()) {
                var parts = new ArrayList<Part>();
                while (row.next()) {
                    parts.add(new Part(
                            Kind.valueOf(row.getString(1)),
                            row.getObject(2, UUID.class),
                            row.getString(3),
                            row.getString(4)));
                }
                return parts;
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("read the parts of an institute", e);
        }
    }

    /** The relationships as the institute has them. */
    List<Relationship> relationships(String instituteId) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(RELATIONSHIPS)) {
            select.setString(1, instituteId);
            try (var row = select.executeQuery()) {
                return relationships(row);
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("read the relationships of an institute", e);
        }
    }

    /** Those of the relationships that are still there. */
    List<Relationship> relationships(Collection<UUID> ids) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(RELATIONSHIPS_BY_ID)) {
            select.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            try (var row = select.executeQuery()) {
                return relationships(row);
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("read relationships of institutes", e);
        }
    }

    private static List<Relationship> relationships(ResultSet row) throws SQLException {
        var relationships = new ArrayList<Relationship>();
        while (row.next()) {
            relationships.add(new Relationship(
                    row.getObject(1, UUID.class),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getBoolean(5),
                    row.getObject(6, LocalDate.class),
                    row.getObject(7, UUID.class)));
        }
        return relationships;
    }
}
