package ma.jazari.institutes.merge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import ma.jazari.platform.changelog.DatabaseFailure;

/** Runs the statements over what belongs to institutes, and reads what they return. */
@ApplicationScoped
class Rows {

    private final AgroalDataSource database;
    private final ObjectMapper mapper;

    Rows(AgroalDataSource database, ObjectMapper mapper) {
        this.database = database;
        this.mapper = mapper;
    }

    /** Gives a statement its values. */
    interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }

    /** What a row says. */
    interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** What the rows say that the statement returns. */
    <T> List<T> read(String sql, Binding binding, Reading<T> reading) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            binding.bind(statement);
            try (var row = statement.executeQuery()) {
                var read = new ArrayList<T>();
                while (row.next()) {
                    read.add(reading.of(row));
                }
                return read;
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("read or move what belongs to an institute", e);
        }
    }

    /** The ids that the statement returns. */
    List<UUID> ids(String sql, Binding binding) {
        return read(sql, binding, row -> row.getObject(1, UUID.class));
    }

    /** The JSON that the statement returns, row by row. */
    ArrayNode json(String sql, Binding binding) {
        return mapper.createArrayNode().addAll(read(sql, binding, row -> tree(row.getString(1))));
    }

    private JsonNode tree(String row) {
        try {
            return mapper.readTree(row);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a row as JSON can be read", e);
        }
    }

    static Array uuids(PreparedStatement statement, Collection<UUID> ids) throws SQLException {
        return statement.getConnection().createArrayOf("uuid", ids.toArray());
    }

    static OffsetDateTime timestamp(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
