package ma.jazari.partnerships.institutecopy;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import ma.jazari.platform.changelog.DatabaseFailure;

/** The local copy of the institutes. */
@ApplicationScoped
public class InstituteCopies {

    private static final String FIND =
            "select id, kind, status, names, country, region, successor_id, version from institute_copy where id = any (?)";
    // Messages of one institute come by two topics, the restricted and the public one, in any order. A copy of a time
    // before regions were kept takes its region when the same message is read anew.
    private static final String PUT =
            """
            insert into institute_copy (id, kind, status, names, country, region, successor_id, version)
            values (?, ?, ?, ?::jsonb, ?, ?, ?, ?)
            on conflict (id) do update set
                kind = excluded.kind, status = excluded.status, names = excluded.names, country = excluded.country,
                region = excluded.region, successor_id = excluded.successor_id, version = excluded.version
            where excluded.version > institute_copy.version
               or excluded.version = institute_copy.version and institute_copy.region is null
            """;

    private final AgroalDataSource database;

    InstituteCopies(AgroalDataSource database) {
        this.database = database;
    }

    /** Those of the institutes that are known, whether or not a caller may know of them. */
    public List<InstituteCopy> find(Collection<String> ids) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(FIND)) {
            select.setArray(1, connection.createArrayOf("text", ids.toArray()));
            try (var row = select.executeQuery()) {
                var found = new ArrayList<InstituteCopy>();
                while (row.next()) {
                    found.add(copy(row));
                }
                return found;
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("read the copy of institutes", e);
        }
    }

    /** Keeps the copy unless one that is as new is there; says whether it was kept. */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean put(InstituteCopy copy) {
        try (var connection = database.getConnection();
                var upsert = connection.prepareStatement(PUT)) {
            upsert.setString(1, copy.id());
            upsert.setString(2, copy.kind());
            upsert.setString(3, copy.status());
            upsert.setString(4, copy.names());
            upsert.setString(5, copy.country());
            upsert.setString(6, copy.region());
            upsert.setString(7, copy.successorId());
            upsert.setLong(8, copy.version());
            return upsert.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new DatabaseFailure("keep the copy of an institute", e);
        }
    }

    private static InstituteCopy copy(ResultSet row) throws SQLException {
        return new InstituteCopy(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getLong(8));
    }
}
