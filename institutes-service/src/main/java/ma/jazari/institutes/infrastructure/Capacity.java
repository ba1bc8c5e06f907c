package ma.jazari.institutes.infrastructure;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import ma.jazari.institutes.infrastructure.CapacityResponse.Amount;
import ma.jazari.institutes.institute.Region;
import ma.jazari.platform.changelog.DatabaseFailure;

/** Adds the infrastructure of the active institutes up, in one query. */
@ApplicationScoped
class Capacity {

    private static final String TOTALS =
            """
            select n.sovereign, n.type, i.region, count(*), coalesce(sum(n.accelerators), 0), coalesce(sum(n.storage_tb), 0)
            from institute_infrastructure n join institute i on i.id = n.institute_id
            where i.status = 'ACTIVE'
            group by grouping sets ((), (n.sovereign), (n.type), (i.region))
            """;

    private final AgroalDataSource database;

    Capacity(AgroalDataSource database) {
        this.database = database;
    }

    CapacityResponse total() {
        var found = read();
        return new CapacityResponse(
                amount(found, "all"),
                amount(found, "true"),
                amount(found, "false"),
                each(found, Arrays.asList(InfrastructureType.values())),
                each(found, Region.codes()));
    }

    /** The sums by what they are the sum of. */
    private Map<String, Amount> read() {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(TOTALS);
                var row = select.executeQuery()) {
            var found = new HashMap<String, Amount>();
            while (row.next()) {
                found.put(group(row), amount(row));
            }
            return found;
        } catch (SQLException e) {
            throw new DatabaseFailure("add infrastructure up", e);
        }
    }

    private static String group(ResultSet row) throws SQLException {
        var sovereign = row.getObject(1, Boolean.class);
        if (sovereign != null) {
            return sovereign.toString();
        }
        return Objects.requireNonNullElse(row.getString(2), Objects.requireNonNullElse(row.getString(3), "all"));
    }

    private static Amount amount(ResultSet row) throws SQLException {
        return new Amount(row.getLong(4), row.getLong(5), Terabytes.plain(row.getBigDecimal(6)));
    }

    private static Amount amount(Map<String, Amount> found, String group) {
        return found.getOrDefault(group, Amount.NONE);
    }

    private static <K> Map<K, Amount> each(Map<String, Amount> found, List<K> groups) {
        var amounts = new LinkedHashMap<K, Amount>();
        groups.forEach(group -> amounts.put(group, amount(found, String.valueOf(group))));
        return amounts;
    }
}
