package ma.jazari.partnerships.attachment;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import ma.jazari.platform.changelog.DatabaseFailure;
import ma.jazari.platform.file.FileUsage;

/** Where is kept what attachments are, apart from their bytes. */
@ApplicationScoped
class AttachmentRepository {

    private static final String COLUMNS =
            """
            id, convention_id, name, media_type, size, digest, visibility, purpose, uploaded_at, uploaded_party,
            uploaded_by_sub, uploaded_by_name
            """;
    private static final String INSERT =
            "insert into attachment (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String FIND = "select " + COLUMNS + " from attachment where id = ?";
    private static final String OF =
            "select " + COLUMNS + " from attachment where convention_id = any (?) order by convention_id, id";
    // The lock makes attachments of one convention come one after the other, or two could be the last one that fits.
    private static final String LOCK = "select from convention where id = ? for no key update";
    private static final String USAGE =
            "select count(*), coalesce(sum(size), 0) from attachment where convention_id = ?";

    private final AgroalDataSource database;

    AttachmentRepository(AgroalDataSource database) {
        this.database = database;
    }

    /** What the convention has now, while nobody else adds to it; empty if there is no such convention. */
    Optional<FileUsage> lockUsage(String conventionId) {
        try (var connection = database.getConnection();
                var lock = connection.prepareStatement(LOCK);
                var select = connection.prepareStatement(USAGE)) {
            lock.setString(1, conventionId);
            try (var row = lock.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
            }
            select.setString(1, conventionId);
            try (var row = select.executeQuery()) {
                row.next();
                return Optional.of(new FileUsage(row.getInt(1), row.getLong(2)));
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("count the attachments of a convention", e);
        }
    }

    void add(Attachment attachment) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(INSERT)) {
            int i = 0;
            insert.setString(++i, attachment.id());
            insert.setString(++i, attachment.conventionId());
            insert.setString(++i, attachment.name());
            insert.setString(++i, attachment.mediaType());
            insert.setLong(++i, attachment.size());
            insert.setString(++i, attachment.digest());
            insert.setString(++i, attachment.visibility().name());
            insert.setString(++i, attachment.purpose().name());
            insert.setTimestamp(++i, Timestamp.from(attachment.uploadedAt()));
            insert.setString(++i, attachment.uploadedBy().party());
            insert.setString(++i, attachment.uploadedBy().sub());
            insert.setString(++i, attachment.uploadedBy().name());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure("keep an attachment", e);
        }
    }

    Optional<Attachment> find(String id) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(FIND)) {
            select.setString(1, id);
            try (var row = select.executeQuery()) {
                return row.next() ? Optional.of(attachment(row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("read an attachment", e);
        }
    }

    List<Attachment> of(Collection<String> conventionIds) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(OF)) {
            select.setArray(1, connection.createArrayOf("text", conventionIds.toArray()));
            try (var row = select.executeQuery()) {
                var found = new ArrayList<Attachment>();
                while (row.next()) {
                    found.add(attachment(row));
                }
                return found;
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("read the attachments of conventions", e);
        }
    }

    private static Attachment attachment(ResultSet row) throws SQLException {
        return new Attachment(
                row.getString("id"),
                row.getString("convention_id"),
                row.getString("name"),
                row.getString("media_type"),
                row.getLong("size"),
                row.getString("digest"),
                AttachmentVisibility.valueOf(row.getString("visibility")),
                AttachmentPurpose.valueOf(row.getString("purpose")),
                row.getTimestamp("uploaded_at").toInstant(),
                new Uploader(
                        row.getString("uploaded_party"),
                        row.getString("uploaded_by_sub"),
                        row.getString("uploaded_by_name")));
    }
}
