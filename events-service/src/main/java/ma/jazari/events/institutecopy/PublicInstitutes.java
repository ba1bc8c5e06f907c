package ma.jazari.events.institutecopy;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ma.jazari.platform.changelog.DatabaseFailure;
import ma.jazari.platform.text.LocalText;

/** What this service knows of the institutes that everybody may know of. */
@ApplicationScoped
public class PublicInstitutes {

    // The names are documents of another service: what is needed of them is picked out, the rest need not be
    // understood.
    private static final String NAMES =
            """
            select c.id, name ->> 'value', name ->> 'lang'
            from institute_copy c left join lateral jsonb_array_elements(c.names) name on name ->> 'type' = 'DISPLAY'
            where c.id = any (?) and c.status = any (?)
            """;

    private final AgroalDataSource database;

    PublicInstitutes(AgroalDataSource database) {
        this.database = database;
    }

    /** The shown names of those of the institutes that are public, by id, one per language; in one query. */
    public Map<String, List<LocalText>> names(Collection<String> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(NAMES)) {
            select.setArray(1, connection.createArrayOf("text", ids.toArray()));
            select.setArray(2, connection.createArrayOf("text", InstituteCopy.PUBLIC.toArray()));
            try (var row = select.executeQuery()) {
                return names(row);
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("read the names of institutes", e);
        }
    }

    private static Map<String, List<LocalText>> names(ResultSet row) throws SQLException {
        var names = new HashMap<String, List<LocalText>>();
        while (row.next()) {
            var ofInstitute = names.computeIfAbsent(row.getString(1), id -> new ArrayList<>());
            if (row.getString(2) != null && row.getString(3) != null) {
                ofInstitute.add(new LocalText(row.getString(2), row.getString(3)));
            }
        }
        return names;
    }
}
