package ma.jazari.partnerships.convention;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import ma.jazari.partnerships.agreement.PartyRef;
import ma.jazari.platform.changelog.DatabaseFailure;
import ma.jazari.platform.record.Name;
import ma.jazari.platform.search.SearchDocument;
import ma.jazari.platform.search.SearchIndex;

/** Keeps what search looks at of conventions; when there is news of a party, its conventions are put anew. */
@ApplicationScoped
class ConventionIndex {

    // Held until the transaction ends: a party that changes meanwhile waits, and then finds the conventions as they
    // are.
    private static final String INSTITUTES =
            "select 'INSTITUTE:' || id, names::text from institute_copy where id = any (?) order by id for share";
    private static final String PARTNERS =
            "select 'PARTNER:' || id, (details -> 'names')::text from partner where id = any (?) order by id for share";

    private final SearchIndex index;
    private final AgroalDataSource database;

    ConventionIndex(SearchIndex index, AgroalDataSource database) {
        this.index = index;
        this.database = database;
    }

    /** After everything else that the transaction writes. */
    void put(Collection<Convention> changed) {
        if (!changed.isEmpty()) {
            index.put(documents(changed));
        }
    }

    List<SearchDocument> documents(Collection<Convention> wanted) {
        var names = names(wanted);
        return wanted.stream()
                .map(convention -> ConventionDocument.of(convention, names))
                .toList();
    }

    private Map<String, List<Name>> names(Collection<Convention> wanted) {
        var ids = new TreeSet<String>();
        wanted.forEach(convention -> convention
                .partyKeys()
                .forEach(key -> ids.add(PartyRef.ofKey(key).id())));
        var names = new HashMap<String, List<Name>>();
        read(INSTITUTES, ids, names);
        read(PARTNERS, ids, names);
        return names;
    }

    private void read(String sql, Collection<String> ids, Map<String, List<Name>> names) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql)) {
            select.setArray(1, connection.createArrayOf("text", ids.toArray()));
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    names.put(row.getString(1), PartyNames.read(row.getString(2)));
                }
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("read the names of parties", e);
        }
    }
}
