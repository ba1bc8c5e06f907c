package ma.jazari.institutes.importing;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.jazari.institutes.importing.ImportRun.ImportStatus;
import ma.jazari.platform.changelog.DatabaseFailure;
import ma.jazari.platform.changelog.HistoryItem;
import org.jspecify.annotations.Nullable;

/** Reads what was written down of imports. */
@ApplicationScoped
class ImportRunReader {

    private static final String SELECT =
            """
            select id, case when status = 'RUNNING' and updated_at < clock_timestamp() - ? * interval '1 second'
                            then 'ABORTED' else status end as status,
                   dry_run, confirmed, content_type, lines_read, bytes_read, created, updated, unchanged, rejected,
                   detail, actor_sub, actor_name, started_at, updated_at, finished_at
            from institute_import_run
            """;
    private static final String ONE = SELECT + "where id = ?";
    private static final String PAGE = SELECT + "where ?::uuid is null or id < ? order by id desc limit ?";
    private static final String RUNNING = "select id from institute_import_run where status = 'RUNNING'";

    private final AgroalDataSource database;
    private final ImportConfig config;

    ImportRunReader(AgroalDataSource database, ImportConfig config) {
        this.database = database;
        this.config = config;
    }

    /** The import that runs now. */
    Optional<UUID> running() {
        return read(RUNNING, statement -> {}, row -> row.getObject(1, UUID.class)).stream()
                .findFirst();
    }

    Optional<ImportRun> find(UUID id) {
        return read(
                        ONE,
                        statement -> {
                            statement.setLong(1, config.dead().toSeconds());
                            statement.setObject(2, id, Types.OTHER);
                        },
                        ImportRunReader::run)
                .stream()
                .findFirst();
    }

    /** Imports from before this one, newest first. */
    List<ImportRun> page(@Nullable UUID before, int limit) {
        return read(
                PAGE,
                statement -> {
                    statement.setLong(1, config.dead().toSeconds());
                    statement.setObject(2, before, Types.OTHER);
                    statement.setObject(3, before, Types.OTHER);
                    statement.setInt(4, limit);
                },
                ImportRunReader::run);
    }

    long count() {
        return read("select count(*) from institute_import_run", statement -> {}, row -> row.getLong(1))
                .getFirst();
    }

    private interface Binding {
        void on(PreparedStatement statement) throws SQLException;
    }

    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> List<T> read(String sql, Binding binding, Reading<T> reading) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql)) {
            binding.on(select);
            try (var row = select.executeQuery()) {
                var found = new ArrayList<T>();
                while (row.next()) {
                    found.add(reading.of(row));
                }
                return found;
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("read imports", e);
        }
    }

    private static ImportRun run(ResultSet row) throws SQLException {
        int i = 0;
        return new ImportRun(
                row.getString(++i),
                ImportStatus.valueOf(row.getString(++i)),
                row.getBoolean(++i),
                row.getBoolean(++i),
                row.getString(++i),
                row.getLong(++i),
                row.getLong(++i),
                row.getLong(++i),
                row.getLong(++i),
                row.getLong(++i),
                row.getLong(++i),
                row.getString(++i),
                new HistoryItem.Who(row.getString(++i), row.getString(++i)),
                instant(row.getTimestamp(++i)),
                instant(row.getTimestamp(++i)),
                Optional.ofNullable(row.getTimestamp(++i))
                        .map(Timestamp::toInstant)
                        .orElse(null));
    }

    private static Instant instant(Timestamp timestamp) {
        return timestamp.toInstant();
    }
}
