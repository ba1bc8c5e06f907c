package ma.jazari.partnerships.partnerduplicate;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import ma.jazari.platform.changelog.DatabaseFailure;

/** Finds partners that have an id in common, or a domain and a name that is near, or a name in the same country. */
@ApplicationScoped
class Lookalikes {

    // Serves the check of new partners: ids, domains and names along search_name_exact; the names of what shares a
    // domain
    // along the primary key of search_name.
    private static final String FIND =
            """
            with wanted as (
                select * from unnest(?::text[], ?::text[], ?::text[], ?::text[]) as wanted (owner, country, kind, value)
            ), found as (
                select w.owner, n.id, w.value, 'ID' as how from wanted w
                join search_name n on n.name = w.value and n.kind = 'ID' where w.kind = 'ID'
                union
                select w.owner, n.id, w.value, 'NAME' from wanted w
                join search_name n on n.name = w.value and n.kind in ('SHOWN', 'OTHER')
                join partner p on p.id = n.id and p.country = w.country where w.kind = 'NAME'
                union
                select w.owner, n.id, w.value, 'DOMAIN' from wanted w
                join search_name n on n.name = w.value and n.kind = 'ID'
                join partner p on p.id = n.id and p.country = w.country
                where w.kind = 'DOMAIN' and exists (
                    select from search_name other join wanted mine on mine.owner = w.owner and mine.kind = 'NAME'
                    where other.id = n.id and other.kind in ('SHOWN', 'OTHER') and similarity(other.name, mine.value) > 0.4)
            )
            select f.owner, f.id, f.value, f.how from found f join partner p on p.id = f.id
            where p.status <> 'MERGED' and %s order by f.owner, f.id, f.how, f.value limit ?
            """;
    private static final String ANY = "true";
    private static final String UNKNOWN_TO_ROR = "p.provenance = '{}'";
    private static final String LOCK =
            "select pg_advisory_xact_lock(hashtextextended(value, 3)) from unnest(?::text[]) as wanted (value) order by value";

    private static final int MOST_FOUND = 2_000;

    private final AgroalDataSource database;

    Lookalikes(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * Something of a new partner by which it may be one that is there.
     *
     * @param owner tells the new ones apart
     * @param value a name in the form of {@link ma.jazari.platform.text.SearchText}, a domain, or an id, in lower case
     */
    record Wanted(String owner, String country, How how, String value) {}

    /** What a partner that is there has of a new one. */
    record Found(String owner, String id, String value, How how) {}

    enum How {
        /** In another registry. */
        ID,
        DOMAIN,
        NAME
    }

    /** Lets one transaction at a time make a record with any of these, so that two do not make it together. */
    void lock(Collection<Wanted> wanted) {
        try (var connection = database.getConnection();
                var lock = connection.prepareStatement(LOCK)) {
            lock.setArray(
                    1,
                    texts(
                            connection,
                            wanted.stream().map(Wanted::value).distinct().sorted()));
            lock.execute();
        } catch (SQLException e) {
            throw new DatabaseFailure("wait for others who make the same partner", e);
        }
    }

    /** Partners that are there and have something of what is wanted. */
    List<Found> find(Collection<Wanted> wanted) {
        return find(wanted, ANY);
    }

    /** Those of them that ROR says nothing of. */
    List<Found> findUnknownToRor(Collection<Wanted> wanted) {
        return find(wanted, UNKNOWN_TO_ROR);
    }

    private List<Found> find(Collection<Wanted> wanted, String condition) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(FIND.formatted(condition))) {
            bind(connection, select, wanted);
            try (var row = select.executeQuery()) {
                var found = new ArrayList<Found>();
                while (row.next()) {
                    found.add(new Found(
                            row.getString(1), row.getString(2), row.getString(3), How.valueOf(row.getString(4))));
                }
                return found;
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("find partners that look alike", e);
        }
    }

    private static void bind(Connection connection, PreparedStatement select, Collection<Wanted> wanted)
            throws SQLException {
        var columns = List.<Function<Wanted, String>>of(
                Wanted::owner, Wanted::country, one -> one.how().name(), Wanted::value);
        for (int i = 0; i < columns.size(); i++) {
            select.setArray(i + 1, texts(connection, wanted.stream().map(columns.get(i))));
        }
        select.setInt(columns.size() + 1, MOST_FOUND);
    }

    private static Array texts(Connection connection, Stream<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
    }
}
