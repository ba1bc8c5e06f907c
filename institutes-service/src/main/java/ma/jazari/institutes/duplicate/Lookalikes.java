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
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.jazari.platform.changelog.DatabaseFailure;
import ma.jazari.platform.record.Location;
import ma.jazari.platform.record.Name;
import ma.jazari.platform.record.NameType;
import ma.jazari.platform.text.SearchText;
import ma.jazari.platform.text.WordForms;

/** Finds institutes that have a name in common, or a key of names, or a place and a name that is near. */
@ApplicationScoped
class Lookalikes {

    // Serves the check of a new institute and the report of pairs: same names and keys along search_name_exact, near
    // names
    // by what search_document_by_word finds.
    private static final String FIND =
            """
            with wanted as (
                select * from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                    as wanted (owner, kind, name, city, near)
            ), found as (
                select w.owner, n.id, w.name, 'SAME' as how from wanted w
                join search_name n on n.name = w.name and n.kind in ('SHOWN', 'OTHER') where w.kind = 'NAME'
                union
                select w.owner, n.id, w.name, 'KEY' from wanted w
                join search_name n on n.name = w.name and n.kind = 'KEY' where w.kind = 'KEY'
                union
                select w.owner, n.id, n.name, 'NEAR' from wanted w
                join search_document d on d.words @@ w.near::tsquery and w.city = any (d.places)
                join search_name n on n.id = d.id and n.kind = 'SHOWN' and similarity(n.name, w.name) > 0.5
                where w.kind = 'NAME' and w.near <> ''
            )
            select f.owner, f.id, f.name, f.how from found f join institute i on i.id = f.id
            where f.id > f.owner and (f.owner, f.id) > (?, ?) and i.status not in ('REJECTED', 'MERGED')
            order by f.owner, f.id limit ?
            """;
    private static final String LOCK =
            "select pg_advisory_xact_lock(hashtextextended(name, 3)) from unnest(?::text[]) as wanted (name) order by name";

    private static final int MOST_WORDS = 12;
    /** Finds that one look comes back with. */
    static final int MOST_FOUND = 2_000;

    private final AgroalDataSource database;

    Lookalikes(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * A name of an institute, and where it is.
     *
     * @param owner its id; empty for one that is not there yet
     * @param kind NAME or KEY
     * @param city in the form of {@link SearchText}; empty if it is not known
     * @param near the tsquery for records at its place with a word of the name; empty if its place is not known
     */
    record Wanted(String owner, String kind, String name, String city, String near) {

        /** What names of the institute are looked for. */
        static Stream<Wanted> of(String owner, List<Name> names, Optional<Location> location) {
            var city = location.map(Location::city).map(SearchText::of).orElse("");
            return names.stream()
                    .filter(name -> name.type() == NameType.DISPLAY || name.type() == NameType.OFFICIAL)
                    .flatMap(name -> Stream.of(
                            new Wanted(owner, "NAME", SearchText.of(name.value()), city, near(name.value(), city)),
                            new Wanted(owner, "KEY", NameKey.of(name.value()), city, "")))
                    .filter(wanted -> !wanted.name().isEmpty());
        }

        /** At the place, and with every word but one, of which the beginning is enough: a number is no typing error. */
        private static String near(String name, String city) {
            var words = SearchText.words(name).stream()
                    .filter(word -> !WordForms.isStopWord(word))
                    .distinct()
                    .limit(MOST_WORDS)
                    .toList();
            var oneWrong = words.stream()
                    .filter(word -> word.chars().noneMatch(Character::isDigit))
                    .map(wrong -> words.stream()
                            .map(word -> word.equals(wrong) ? beginning(word, words.size()) : "'" + word + "':A")
                            .collect(Collectors.joining(" & ", "(", ")")))
                    .collect(Collectors.joining(" | "));
            return city.isEmpty() || oneWrong.isEmpty()
                    ? ""
                    : SearchText.words(city).stream()
                                    .map(word -> "'" + word + "' & ")
                                    .collect(Collectors.joining()) + "(" + oneWrong + ")";
        }

        // Letters and digits alone, so nothing needs escaping. A: in names that are shown.
        private static String beginning(String word, int words) {
            return "'" + word.substring(0, Math.min(word.length(), words == 1 ? 2 : 1)) + "':*A";
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
    List<Found> find(Collection<Wanted> wanted, String afterOwner, String afterId) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(FIND)) {
            bind(connection, select, wanted);
            select.setString(6, afterOwner);
            select.setString(7, afterId);
            select.setInt(8, MOST_FOUND);
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
        var columns = List.<Function<Wanted, String>>of(
                Wanted::owner, Wanted::kind, Wanted::name, Wanted::city, Wanted::near);
        for (int i = 0; i < columns.size(); i++) {
            var column = wanted.stream().map(columns.get(i)).toArray();
            select.setArray(i + 1, connection.createArrayOf("text", column));
        }
    }
}
