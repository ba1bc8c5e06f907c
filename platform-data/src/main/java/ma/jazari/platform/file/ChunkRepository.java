package ma.jazari.platform.file;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Optional;
import ma.jazari.platform.changelog.DatabaseFailure;

/** Where the bytes of files are kept, in pieces. */
@ApplicationScoped
class ChunkRepository {

    private static final String INSERT = "insert into attachment_chunk (attachment_id, number, bytes) values (?, ?, ?)";
    // Along the primary key.
    private static final String FIND = "select bytes from attachment_chunk where attachment_id = ? and number = ?";

    private final AgroalDataSource database;

    ChunkRepository(AgroalDataSource database) {
        this.database = database;
    }

    /** @param number from 0 */
    void add(String fileId, int number, byte[] bytes) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, fileId);
            insert.setInt(2, number);
            insert.setBytes(3, bytes);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure("keep a piece of a file", e);
        }
    }

    /** The piece; empty past the last one. */
    Optional<byte[]> find(String fileId, int number) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(FIND)) {
            select.setString(1, fileId);
            select.setInt(2, number);
            try (var row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("read a piece of a file", e);
        }
    }
}
