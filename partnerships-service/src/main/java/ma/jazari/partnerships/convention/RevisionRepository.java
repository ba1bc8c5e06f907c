package ma.jazari.partnerships.convention;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.sql.Timestamp;
import ma.jazari.platform.changelog.DatabaseFailure;

/** Where the texts of conventions are kept: written once, never changed; the database holds to it, too. */
@ApplicationScoped
class RevisionRepository {

    private static final String INSERT =
            """
            insert into convention_revision (convention_id, number, canonical, digest, proposed_at)
            values (?, ?, ?, ?, ?)
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
}
