package ma.jazari.partnerships.partner;

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

/** Which partners were merged into which. Whoever acts for a successor acts for those that have become part of it. */
@ApplicationScoped
public class PartnerSuccessions implements InheritedScopes {

    // Both along the primary key and partner_by_successor.
    private static final String CURRENT =
            """
            with recursive line (origin, id) as (
                select id, successor_id from partner where id = any (?) and successor_id is not null
                union select line.origin, next.successor_id
                from line join partner next on next.id = line.id where next.successor_id is not null
            )
            select line.origin, line.id from line join partner c using (id) where c.successor_id is null
            """;
    private static final String ABSORBED =
            """
            with recursive absorbed (id) as (
                select id from partner where successor_id = any (?)
                union select c.id from partner c join absorbed a on c.successor_id = a.id
            )
            select id from absorbed
            """;

    private final AgroalDataSource database;

    PartnerSuccessions(AgroalDataSource database) {
        this.database = database;
    }

    /** Of those of the partners that were merged, by id, the partner that each is now; in one query. */
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
            throw new DatabaseFailure("read the successors of partners", e);
        }
    }

    /** The partners, and all that have become part of one of them. */
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
            throw new DatabaseFailure("read which partners were merged into others", e);
        }
    }

    @Override
    public Set<Scope> of(Set<Scope> named) {
        var partners = named.stream()
                .filter(scope -> scope.type().equals(PartnerPolicy.SUBJECT))
                .map(Scope::id)
                .toList();
        var all = new HashSet<Scope>();
        withAbsorbed(partners).forEach(id -> all.add(new Scope(PartnerPolicy.SUBJECT, id)));
        return all;
    }
}
