package ma.jazari.platform.succession;

import io.agroal.api.AgroalDataSource;
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

/**
 * Which organisations were merged into which, by a table with {@code id} and {@code successor_id}, both indexed. Whoever
 * acts for a successor acts for those that have become part of it. Each table has a bean that extends this.
 */
public class SuccessionTable implements InheritedScopes {

    // A successor that is not in the table yet ends the line. While the messages of a merge and of one that was taken
    // back overtake each other, two may name each other here; then neither has an end.
    private static final String CURRENT =
            """
            with recursive line (origin, id) as (
                select id, successor_id from %1$s where id = any (?) and successor_id is not null
                union select line.origin, next.successor_id
                from line join %1$s next on next.id = line.id where next.successor_id is not null
            )
            select line.origin, line.id from line left join %1$s c using (id) where c.successor_id is null
            """;
    private static final String ABSORBED =
            """
            with recursive absorbed (id) as (
                select id from %1$s where successor_id = any (?)
                union select c.id from %1$s c join absorbed a on c.successor_id = a.id
            )
            select id from absorbed
            """;

    private final AgroalDataSource database;
    private final String scopeType;
    private final String current;
    private final String absorbed;

    /**
     * @param table its name, as the service's own migrations made it
     * @param scopeType what tokens and audiences call such an organisation
     */
    protected SuccessionTable(AgroalDataSource database, String table, String scopeType) {
        this.database = database;
        this.scopeType = scopeType;
        this.current = CURRENT.formatted(table);
        this.absorbed = ABSORBED.formatted(table);
    }

    /** Of those that were merged, by id, the one that each is now; in one query. */
    public Map<String, String> current(Collection<String> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(current)) {
            select.setArray(1, connection.createArrayOf("text", ids.toArray()));
            try (var row = select.executeQuery()) {
                var found = new HashMap<String, String>();
                while (row.next()) {
                    found.put(row.getString(1), row.getString(2));
                }
                return found;
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("read what merged organisations are now", e);
        }
    }

    /** These, and all that have become part of one of them. */
    public Set<String> withAbsorbed(Collection<String> ids) {
        var all = new TreeSet<>(ids);
        if (ids.isEmpty()) {
            return all;
        }
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(absorbed)) {
            select.setArray(1, connection.createArrayOf("text", ids.toArray()));
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    all.add(row.getString(1));
                }
                return all;
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("read which organisations were merged into others", e);
        }
    }

    @Override
    public Set<Scope> of(Set<Scope> named) {
        var ids = named.stream()
                .filter(scope -> scope.type().equals(scopeType))
                .map(Scope::id)
                .toList();
        var all = new HashSet<Scope>();
        withAbsorbed(ids).forEach(id -> all.add(new Scope(scopeType, id)));
        return all;
    }
}
