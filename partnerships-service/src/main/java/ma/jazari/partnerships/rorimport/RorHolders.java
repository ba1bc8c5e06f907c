package ma.jazari.partnerships.rorimport;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import ma.jazari.platform.changelog.DatabaseFailure;

/** Finds the partners that administrators have given ROR ids. */
@ApplicationScoped
class RorHolders {

    // Serves the import: along search_name_exact.
    private static final String FIND =
            """
            select n.name, n.id from search_name n join partner p on p.id = n.id
            where n.kind = 'ID' and n.name = any (?) and p.status <> 'MERGED'
            """;

    private final AgroalDataSource database;

    RorHolders(AgroalDataSource database) {
        this.database = database;
    }

    /** The ids of the partners that have a ROR id, by it; those that were merged are not among them. */
    Map<String, Collection<String>> find(Collection<String> rorIds) {
        if (rorIds.isEmpty()) {
            return Map.of();
        }
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(FIND)) {
            select.setArray(1, connection.createArrayOf("text", rorIds.toArray()));
            try (var row = select.executeQuery()) {
                var holders = new HashMap<String, Collection<String>>();
                while (row.next()) {
                    holders.computeIfAbsent(row.getString(1), id -> new TreeSet<>())
                            .add(row.getString(2));
                }
                return holders;
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("find partners by their ROR ids", e);
        }
    }
}
