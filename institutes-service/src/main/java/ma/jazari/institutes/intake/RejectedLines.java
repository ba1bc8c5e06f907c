package ma.jazari.institutes.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import ma.jazari.platform.changelog.DatabaseFailure;
import ma.jazari.platform.problem.Violation;

/** Where the lines that imports refused are kept. */
@ApplicationScoped
public class RejectedLines {

    private static final String INSERT =
            "insert into institute_import_line (run_id, line, errors) values (?, ?, ?::jsonb) on conflict do nothing";
    private static final String PAGE =
            "select line, errors from institute_import_line where run_id = ? and line > ? order by line limit ?";

    private final AgroalDataSource database;
    private final ObjectMapper mapper;

    RejectedLines(AgroalDataSource database, ObjectMapper mapper) {
        this.database = database;
        this.mapper = mapper;
    }

    void add(UUID runId, List<RejectedLine> lines) {
        if (lines.isEmpty()) {
            return;
        }
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(INSERT)) {
            for (var line : lines) {
                insert.setObject(1, runId, Types.OTHER);
                insert.setLong(2, line.line());
                insert.setString(3, mapper.writeValueAsString(line.errors()));
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new DatabaseFailure("keep the lines that an import refused", e);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The refused lines of the run after this one, in the order of the file. */
    public List<RejectedLine> page(UUID runId, long afterLine, int limit) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(PAGE)) {
            select.setObject(1, runId, Types.OTHER);
            select.setLong(2, afterLine);
            select.setInt(3, limit);
            try (var row = select.executeQuery()) {
                var lines = new ArrayList<RejectedLine>();
                while (row.next()) {
                    lines.add(new RejectedLine(row.getLong(1), errors(row.getString(2))));
                }
                return lines;
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("read the lines that an import refused", e);
        }
    }

    private List<Violation> errors(String json) {
        try {
            return mapper.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
