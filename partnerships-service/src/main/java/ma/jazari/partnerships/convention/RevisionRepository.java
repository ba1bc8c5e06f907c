package ma.jazari.partnerships.convention;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import ma.jazari.platform.changelog.DatabaseFailure;

/** Where the texts of conventions are kept: written once, never changed; the database holds to it, too. */
@ApplicationScoped
class RevisionRepository {

    private static final String INSERT =
            """
            insert into convention_revision (convention_id, number, canonical, digest, proposed_at)
            values (?, ?, ?, ?, ?)
            """;
    // Along the primary key.
    private static final String OF =
            """
            select convention_id, number, canonical, digest, proposed_at from convention_revision
            where convention_id = any (?) order by convention_id, number
            """;

    private final AgroalDataSource database;

    RevisionRepository(AgroalDataSource database) {
        this.database = database;
    }

    void add(Revision revision) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, revision.conventionId());
            insert.setInt(2, revision.number());
            insert.setString(3, revision.canonical());
            insert.setString(4, revision.digest());
            insert.setTimestamp(5, Timestamp.from(revision.proposedAt()));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure("keep a revision", e);
        }
    }

    /** All revisions of the conventions. */
    List<Revision> of(Collection<String> conventionIds) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(OF)) {
            select.setArray(1, connection.createArrayOf("text", conventionIds.toArray()));
            try (var row = select.executeQuery()) {
                var revisions = new ArrayList<Revision>();
                while (row.next()) {
                    revisions.add(new Revision(
                            row.getString(1),
                            row.getInt(2),
                            row.getString(3),
                            row.getString(4),
                            row.getTimestamp(5).toInstant()));
                }
                return revisions;
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("read revisions", e);
        }
    }
}
