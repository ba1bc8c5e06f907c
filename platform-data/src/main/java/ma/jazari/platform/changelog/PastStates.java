package ma.jazari.platform.changelog;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import ma.jazari.platform.security.Actor;

/** Finds a record as it was at a point of its history, along the unique index on subject and version. */
@ApplicationScoped
class PastStates {

    private static final String FIND =
            """
            select subject_version, at, state::text, private_part -> 'state', audience from change_log
            where subject_type = ? and subject_id = ? %s
            order by subject_version desc limit 1
            """;
    // What is public never becomes hidden again: behind changes that are for some alone, the last public one still
    // holds.
    private static final String FIND_PUBLIC = FIND.replace("%s", "%s and audience is null");

    private final AgroalDataSource database;

    PastStates(AgroalDataSource database) {
        this.database = database;
    }

    /** Empty if it did not exist then, or the actor could not see that state. */
    Optional<PastState> find(Subject subject, Moment moment, Actor actor) {
        try (var connection = database.getConnection()) {
            var last = find(connection, FIND, subject, moment, actor);
            return last.isPresent() || moment instanceof Moment.AtVersion
                    ? last
                    : find(connection, FIND_PUBLIC, subject, moment, actor);
        } catch (SQLException e) {
            throw new DatabaseFailure("read the history of a record", e);
        }
    }

    private static Optional<PastState> find(
            Connection connection, String sql, Subject subject, Moment moment, Actor actor) throws SQLException {
        try (var select = connection.prepareStatement(sql.formatted(condition(moment)))) {
            select.setString(1, subject.type());
            select.setString(2, subject.id());
            bind(select, moment);
            try (var row = select.executeQuery()) {
                return row.next() && sees(actor, row) ? Optional.of(pastState(row)) : Optional.empty();
            }
        }
    }

    private static String condition(Moment moment) {
        return switch (moment) {
            case Moment.AtVersion version -> "and subject_version = ?";
            case Moment.AtInstant instant -> "and at <= ?";
            case Moment.Present present -> "";
        };
    }

    private static void bind(PreparedStatement select, Moment moment) throws SQLException {
        switch (moment) {
            case Moment.AtVersion at -> select.setLong(3, at.version());
            case Moment.AtInstant at -> select.setTimestamp(3, Timestamp.from(at.instant()));
            case Moment.Present present -> {}
        }
    }

    /** Whether the actor sees the row, whose audience is its fifth column. */
    static boolean sees(Actor actor, ResultSet row) throws SQLException {
        var audience = row.getArray(5);
        return audience == null
                || actor.seesEverything()
                || List.of((String[]) audience.getArray()).stream().anyMatch(actor.audiences()::contains);
    }

    /** The row, whose columns are version, instant, state and private state. */
    static PastState pastState(ResultSet row) throws SQLException {
        var hidden = row.getString(4);
        return new PastState(
                row.getLong(1),
                row.getTimestamp(2).toInstant(),
                Canonical.object(row.getString(3)),
                hidden == null ? null : Canonical.object(hidden));
    }
}
