package ma.jazari.institutes.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import ma.jazari.platform.changelog.DatabaseFailure;

/** Looks for names where search does, and then at the names of what it finds. */
@ApplicationScoped
class NamesInSearchText implements DuplicateNames {

    // Goes along institute_by_text, once for each name.
    private static final String CANDIDATES =
            """
            select wanted.name, i.id, i.details -> 'names'
            from unnest(?::text[]) as wanted (name)
            join institute i on i.search_text like '%' || wanted.name || '%' and i.status not in ('REJECTED', 'MERGED')
            """;

    private final AgroalDataSource database;
    private final ObjectMapper mapper;

    NamesInSearchText(AgroalDataSource database, ObjectMapper mapper) {
        this.database = database;
        this.mapper = mapper;
    }

    @Override
    public Map<String, Set<String>> find(Collection<String> names) {
        if (names.isEmpty()) {
            return Map.of();
        }
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(CANDIDATES)) {
            select.setArray(1, connection.createArrayOf("text", names.toArray()));
            try (var row = select.executeQuery()) {
                var found = new HashMap<String, Set<String>>();
                while (row.next()) {
                    collect(row, found);
                }
                return found;
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("find institutes by their names", e);
        }
    }

    private void collect(ResultSet row, Map<String, Set<String>> found) throws SQLException {
        var name = row.getString(1);
        if (RecordNames.in(names(row.getString(3))).anyMatch(name::equals)) {
            found.computeIfAbsent(name, key -> new TreeSet<>()).add(row.getString(2));
        }
    }

    private JsonNode names(String json) {
        try {
            return mapper.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
