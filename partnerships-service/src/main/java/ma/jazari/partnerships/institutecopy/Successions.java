package ma.jazari.partnerships.institutecopy;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import ma.jazari.platform.changelog.DatabaseFailure;
import ma.jazari.platform.security.InheritedScopes;
import ma.jazari.platform.security.Scope;

/** Which institutes were merged into which. Whoever acts for a successor acts for those that have become part of it. */
@ApplicationScoped
public class Successions implements InheritedScopes {

    private static final String INSTITUTE = "INSTITUTE";

    // A successor whose copy has not arrived yet ends the line. While the messages of a merge and of one that was taken
    // back
    // overtake each other, two institutes may name each other here; then neither has an end.
    private static final String CURRENT =
            """
            with recursive line (origin, id) as (
                select id, successor_id from institute_copy where id = any (?) and successor_id is not null
                union select line.origin, next.successor_id
                from line join institute_copy next on next.id = line.id where next.successor_id is not null
            )
            select line.origin, line.id from line left join institute_copy c using (id) where c.successor_id is null
            """;
    private static final String ABSORBED =
            """
            with recursive absorbed (id) as (
                select id from institute_copy where successor_id = any (?)
                union select c.id from institute_copy c join absorbed a on c.successor_id = a.id
            )
            select id from absorbed
            """;

    private final AgroalDataSource database;

    Successions(AgroalDataSource database) {
        this.database = database;
    }

    /** Of those of the institutes that were merged, by id, the institute that each is now; in one query. */
    public Map<String, String> current(Collection<String> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(CURRENT)) {
            select.setArray(1, connection.createArrayOf("text", ids.toArray()));
            try (var row = select.executeQuery()) {
                var current = new HashMap<String, String>();
                while (row.next()) {
                    current.put(row.getString(1), row.getString(2));
                }
                return current;
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("read the successors of institutes", e);
        }
    }

    /** The institutes, and all that have become part of one of them. */
    public Set<String> withAbsorbed(Collection<String> ids) {
        var all = new TreeSet<>(ids);
        if (ids.isEmpty()) {
            return all;
        }
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(ABSORBED)) {
            select.setArray(1, connection.createArrayOf("text", ids.toArray()));
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    all.add(row.getString(1));
                }
                return all;
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("read which institutes were merged into others", e);
        }
    }

    @Override
    public Set<Scope> of(Set<Scope> named) {
        var institutes = named.stream()
                .filter(scope -> scope.type().equals(INSTITUTE))
                .map(Scope::id)
                .toList();
        var all = new HashSet<Scope>();
        withAbsorbed(institutes).forEach(id -> all.add(new Scope(INSTITUTE, id)));
        return all;
    }
}
