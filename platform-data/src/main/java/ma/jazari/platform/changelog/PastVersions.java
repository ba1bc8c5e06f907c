package ma.jazari.platform.changelog;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.jazari.platform.security.Actor;

/** Records as they were at versions of theirs, from the change log. */
@ApplicationScoped
public class PastVersions {

    // Along the unique index on (subject_type, subject_id, subject_version).
    private static final String AT =
            """
            select subject_version, at, state::text, private_part -> 'state', audience, subject_id
            from unnest(?::text[], ?::bigint[]) as wanted (id, version)
            join change_log on (subject_type, subject_id, subject_version) = (?, wanted.id, wanted.version)
            """;

    private final AgroalDataSource database;

    PastVersions(AgroalDataSource database) {
        this.database = database;
    }

    /** One version of the record with this id. */
    public record Version(String id, long number) {}

    /** The record as it was at the version; empty if there is none, or the actor may not see the record as it was then. */
    public Optional<PastState> at(Subject subject, long version, Actor actor) {
        var wanted = new Version(subject.id(), version);
        return Optional.ofNullable(at(subject.type(), List.of(wanted), actor).get(wanted));
    }

    /** The same for many records of one type in one read; what is not there, or hidden from the actor, is absent. */
    public Map<Version, PastState> at(String type, Collection<Version> wanted, Actor actor) {
        if (wanted.isEmpty()) {
            return Map.of();
        }
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(AT)) {
            select.setArray(
                    1,
                    connection.createArrayOf(
                            "text", wanted.stream().map(Version::id).toArray()));
            select.setArray(
                    2,
                    connection.createArrayOf(
                            "bigint", wanted.stream().map(Version::number).toArray()));
            select.setString(3, type);
            return read(select, actor);
        } catch (SQLException e) {
            throw new DatabaseFailure("read past versions of records", e);
        }
    }

    private static Map<Version, PastState> read(PreparedStatement select, Actor actor) throws SQLException {
        var found = new HashMap<Version, PastState>();
        try (var row = select.executeQuery()) {
            while (row.next()) {
                if (PastStates.sees(actor, row)) {
                    var past = PastStates.pastState(row);
                    found.put(new Version(row.getString(6), past.version()), past);
                }
            }
        }
        return found;
    }
}
