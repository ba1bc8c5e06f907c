package ma.jazari.institutes.institute;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import ma.jazari.platform.changelog.DatabaseFailure;
import ma.jazari.platform.record.ExternalId;
import ma.jazari.platform.record.ExternalId.Scheme;

/** What names an institute elsewhere, its domains and its ids in other registries; each belongs to one record alone. */
@ApplicationScoped
public class InstituteKeys {

    private static final String DOMAIN = "DOMAIN";
    // The schemes in which two organisations never share an id.
    private static final Set<Scheme> UNIQUE = Set.of(Scheme.ROR, Scheme.ISNI, Scheme.WIKIDATA, Scheme.GRID);

    private static final String WANTED =
            "unnest(?::text[], ?::text[], ?::text[]) as wanted (kind, value, institute_id)";
    private static final String RELEASE =
            "delete from institute_key k where k.institute_id = any (?) and not exists (select from " + WANTED
                    + " where (wanted.kind, wanted.value, wanted.institute_id) = (k.kind, k.value, k.institute_id))";
    // In order, so that two transactions that want the same keys wait for each other instead of locking each other out.
    private static final String CLAIM = "insert into institute_key (kind, value, institute_id) select * from " + WANTED
            + " order by kind, value on conflict do nothing";
    private static final String TAKEN = "select wanted.institute_id, k.kind, k.value, k.institute_id from " + WANTED
            + " join institute_key k using (kind, value) where k.institute_id <> wanted.institute_id";
    private static final String FIND = "select k.institute_id, k.kind, k.value, k.institute_id from " + WANTED
            + " join institute_key k using (kind, value)";
    private static final String HELD =
            "select kind, value, institute_id from institute_key where institute_id = any (?)";

    private final AgroalDataSource database;

    InstituteKeys(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * One key of one institute.
     *
     * @param kind DOMAIN, or the scheme of an external id
     */
    public record Key(String kind, String value, String instituteId) implements Comparable<Key> {

        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::kind).thenComparing(Key::value).thenComparing(Key::instituteId);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * A key that another institute has.
     *
     * @param instituteId of the one that wanted it
     * @param holderId of the one that has it
     */
    public record Taken(String instituteId, String kind, String value, String holderId) {}

    /** The keys that a request asks for, for the institute with this id. */
    public static Collection<Key> of(String id, List<String> domains, List<ExternalId> externalIds) {
        var keys = new TreeSet<Key>();
        domains.forEach(domain -> keys.add(new Key(DOMAIN, domain, id)));
        externalIds.stream()
                .filter(externalId -> UNIQUE.contains(externalId.scheme()))
                .forEach(externalId -> keys.add(new Key(externalId.scheme().name(), externalId.value(), id)));
        return keys;
    }

    /** Makes these the keys of the institutes, as far as no other institute has them; those that one has are returned. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Taken> put(Collection<String> instituteIds, Collection<Key> keys) {
        try (var connection = database.getConnection();
                var release = connection.prepareStatement(RELEASE);
                var claim = connection.prepareStatement(CLAIM)) {
            release.setArray(1, connection.createArrayOf("text", instituteIds.toArray()));
            bind(release, 2, keys);
            release.executeUpdate();
            if (keys.isEmpty()) {
                return List.of();
            }
            bind(claim, 1, keys);
            return claim.executeUpdate() == keys.size() ? List.of() : read(connection, TAKEN, keys);
        } catch (SQLException e) {
            throw new DatabaseFailure("keep the keys of institutes", e);
        }
    }

    /** Those of the keys that institutes have, whatever institute they name. */
    public List<Taken> find(Collection<Key> keys) {
        try (var connection = database.getConnection()) {
            return read(connection, FIND, keys);
        } catch (SQLException e) {
            throw new DatabaseFailure("find institutes by their keys", e);
        }
    }

    /** The keys that these institutes have. */
    Set<Key> held(Collection<String> instituteIds) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(HELD)) {
            select.setArray(1, connection.createArrayOf("text", instituteIds.toArray()));
            try (var row = select.executeQuery()) {
                var keys = new TreeSet<Key>();
                while (row.next()) {
                    keys.add(new Key(row.getString(1), row.getString(2), row.getString(3)));
                }
                return keys;
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("read the keys of institutes", e);
        }
    }

    private static List<Taken> read(Connection connection, String sql, Collection<Key> keys) throws SQLException {
        try (var select = connection.prepareStatement(sql)) {
            bind(select, 1, keys);
            try (var row = select.executeQuery()) {
                var found = new ArrayList<Taken>();
                while (row.next()) {
                    found.add(new Taken(row.getString(1), row.getString(2), row.getString(3), row.getString(4)));
                }
                return found;
            }
        }
    }

    private static void bind(PreparedStatement statement, int first, Collection<Key> keys) throws SQLException {
        var connection = statement.getConnection();
        statement.setArray(
                first,
                connection.createArrayOf("text", keys.stream().map(Key::kind).toArray()));
        statement.setArray(
                first + 1,
                connection.createArrayOf("text", keys.stream().map(Key::value).toArray()));
        statement.setArray(
                first + 2,
                connection.createArrayOf(
                        "text", keys.stream().map(Key::instituteId).toArray()));
    }
}
