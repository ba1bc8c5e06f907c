package ma.jazari.institutes.intake;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import ma.jazari.platform.changelog.DatabaseFailure;

/** Finds the institutes that have a name already. */
@ApplicationScoped
class DuplicateNames {

    // Goes along search_name_exact.
    private static final String FIND =
            """
            select n.name, n.id from search_name n join institute i on i.id = n.id
            where n.name = any (?) and n.kind = 'SHOWN' and i.status not in ('REJECTED', 'MERGED')
            """;

    private final AgroalDataSource database;

    DuplicateNames(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * The ids of the institutes that have one of the names as a DISPLAY or OFFICIAL name, by name; those that were
     * rejected or merged do not count.
     *
     * @param names in the form of {@link ma.jazari.platform.text.SearchText}
     */
    Map<String, Set<String>> find(Collection<String> names) {
        if (names.isEmpty()) {
            return Map.of();
        }
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(FIND)) {
            select.setArray(1, connection.createArrayOf("text", names.toArray()));
            try (var row = select.executeQuery()) {
                var found = new HashMap<String, Set<String>>();
                while (row.next()) {
                    found.computeIfAbsent(row.getString(1), name -> new TreeSet<>())
                            .add(row.getString(2));
                }
                return found;
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("find institutes by their names", e);
        }
    }
}
