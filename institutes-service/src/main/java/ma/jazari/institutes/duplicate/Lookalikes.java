package ma.jazari.institutes.duplicate;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ma.jazari.platform.changelog.DatabaseFailure;
import ma.jazari.platform.record.Location;
import ma.jazari.platform.record.Name;
import ma.jazari.platform.record.NameType;
import ma.jazari.platform.text.SearchText;

/** Finds institutes that have a name in common, or a key of names, or a place and a name that is near. */
@ApplicationScoped
class Lookalikes {

    // Serves the check of a new institute and the report of pairs: same names and keys along search_name_exact, near
    // names
    // along search_name_by_trigram.
    private static final String FIND =
            """
            with wanted as (
                select * from unnest(?::text[], ?::text[], ?::text[], ?::text[]) as wanted (owner, kind, name, place)
            ), found as (
                select w.owner, n.id, w.name, 'SAME' as how from wanted w
                join search_name n on n.name = w.name and n.kind in ('SHOWN', 'OTHER') where w.kind = 'NAME'
                union
                select w.owner, n.id, w.name, 'KEY' from wanted w
                join search_name n on n.name = w.name and n.kind = 'KEY' where w.kind = 'KEY'
                union
                select w.owner, n.id, n.name, 'NEAR' from wanted w
                cross join lateral (
                    select n.id, n.name from search_name n
                    where n.kind not in ('KEY', 'ID') and n.kind = 'SHOWN' and n.name % w.name limit 200
                ) n
                join search_document d on d.id = n.id and w.place = any (d.places)
                where w.kind = 'NAME' and w.place <> ''
            )
            select f.owner, f.id, f.name, f.how from found f join institute i on i.id = f.id
            where f.id > f.owner and i.status not in ('REJECTED', 'MERGED') order by f.owner, f.id limit 2000
            """;
    private static final String NEAR = "select set_config('pg_trgm.similarity_threshold', '0.5', true)";
    private static final String LOCK =
            "select pg_advisory_xact_lock(hashtextextended(name, 3)) from unnest(?::text[]) as wanted (name) order by name";

    private final AgroalDataSource database;

    Lookalikes(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * A name of an institute, and where it is.
     *
     * @param owner its id; empty for one that is not there yet
     * @param kind NAME or KEY
     * @param place its city in the form of {@link SearchText}; empty if it is not known
     */
    record Wanted(String owner, String kind, String name, String place) {

        /** What names of the institute are looked for. */
        static Stream<Wanted> of(String owner, List<Name> names, Optional<Location> location) {
            var city = location.map(Location::city).map(SearchText::of).orElse("");
            return names.stream()
                    .filter(name -> name.type() == NameType.DISPLAY || name.type() == NameType.OFFICIAL)
                    .flatMap(name -> Stream.of(
                            new Wanted(owner, "NAME", SearchText.of(name.value()), city),
                            new Wanted(owner, "KEY", NameKey.of(name.value()), city)))
                    .filter(wanted -> !wanted.name().isEmpty());
        }
    }

    /** How an institute resembles another: {@code SAME} name, same {@code KEY}, or {@code NEAR} name at the same place. */
    record Found(String owner, String id, String name, How how) {}

    enum How {
        SAME,
        KEY,
        NEAR
    }

    /** Lets one transaction at a time make a record of any of these names, so that two do not make it together. */
    void lock(Collection<Wanted> wanted) {
        try (var connection = database.getConnection();
                var lock = connection.prepareStatement(LOCK)) {
            var names = wanted.stream().map(Wanted::name).distinct().sorted();
            lock.setArray(1, connection.createArrayOf("text", names.toArray()));
            lock.execute();
        } catch (SQLException e) {
            throw new DatabaseFailure("wait for others who make the same record", e);
        }
    }

    /** Those that have something of what is wanted; of two that are both there, the pair is found once. In a transaction. */
    List<Found> find(Collection<Wanted> wanted) {
        try (var connection = database.getConnection();
                var near = connection.prepareStatement(NEAR);
                var select = connection.prepareStatement(FIND)) {
            near.execute();
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
            throw new DatabaseFailure("find institutes that look alike", e);
        }
    }

    private static void bind(Connection connection, PreparedStatement select, Collection<Wanted> wanted)
            throws SQLException {
        select.setArray(
                1,
                connection.createArrayOf(
                        "text", wanted.stream().map(Wanted::owner).toArray()));
        select.setArray(
                2,
                connection.createArrayOf(
                        "text", wanted.stream().map(Wanted::kind).toArray()));
        select.setArray(
                3,
                connection.createArrayOf(
                        "text", wanted.stream().map(Wanted::name).toArray()));
        select.setArray(
                4,
                connection.createArrayOf(
                        "text", wanted.stream().map(Wanted::place).toArray()));
    }
}
