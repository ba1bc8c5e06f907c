package ma.jazari.partnerships.convention;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import ma.jazari.partnerships.lifecycle.Assent;
import ma.jazari.platform.changelog.DatabaseFailure;
import ma.jazari.platform.security.Actor;

/** Where the texts of conventions are kept: written once, never changed; the database holds to it, too. */
@ApplicationScoped
class RevisionRepository {

    private static final String ADD =
            """
            insert into convention_revision
                (convention_id, number, canonical, digest, south_south, proposed_at, state, assent, in_force_to)
            values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)
            """;
    private static final String UPDATE =
            """
            update convention_revision set state = ?, assent = ?::jsonb, in_force_to = ?
            where convention_id = ? and number = ?
            """;
    private static final String COLUMNS =
            """
            select convention_id, number, canonical, digest, south_south, proposed_at, state, assent::text, in_force_to
            from convention_revision
            """;
    // Along the primary key, all three.
    private static final String OF = COLUMNS + "where convention_id = any (?) order by convention_id, number";
    private static final String ONE = COLUMNS + "where convention_id = ? and number = ?";
    private static final String PAGE = COLUMNS
            + """
                    where convention_id = ? and number > ?
                      and (? or state in ('IN_FORCE', 'REPLACED', 'ENDED') or exists (
                          select from jsonb_array_elements(canonical::jsonb -> 'parties') as p
                          where (p #>> '{party,type}') || ':' || (p #>> '{party,id}') = any (?)))
                    order by number limit ?
                    """;

    private final AgroalDataSource database;
    private final ObjectMapper mapper;

    RevisionRepository(AgroalDataSource database, ObjectMapper mapper) {
        this.database = database;
        this.mapper = mapper;
    }

    /** Keeps what a change has done to the texts of a convention. */
    void keep(RevisionCourse course) {
        if (course.left().isEmpty()
                && course.changed().isEmpty()
                && course.added().isEmpty()) {
            return;
        }
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(UPDATE);
                var add = connection.prepareStatement(ADD)) {
            for (var left : course.left()) {
                batch(update, left);
            }
            for (var changed : course.changed()) {
                batch(update, changed);
            }
            update.executeBatch();
            for (var added : course.added()) {
                batch(add, added);
            }
            add.executeBatch();
        } catch (SQLException e) {
            throw new DatabaseFailure("keep the revisions of a convention", e);
        }
    }

    private void batch(PreparedStatement update, RevisionUpdate revision) throws SQLException {
        update.setString(1, revision.state().name());
        update.setString(2, json(revision.assent()));
        update.setObject(3, revision.inForceTo());
        update.setString(4, revision.conventionId());
        update.setInt(5, revision.number());
        update.addBatch();
    }

    private void batch(PreparedStatement add, Revision revision) throws SQLException {
        add.setString(1, revision.conventionId());
        add.setInt(2, revision.number());
        add.setString(3, revision.canonical());
        add.setString(4, revision.digest());
        add.setBoolean(5, revision.southSouth());
        add.setTimestamp(6, Timestamp.from(revision.proposedAt()));
        add.setString(7, revision.state().name());
        add.setString(8, json(revision.assent()));
        add.setObject(9, revision.inForceTo());
        add.addBatch();
    }

    /** All revisions of the conventions. */
    List<Revision> of(Collection<String> conventionIds) {
        return read(
                OF,
                select -> select.setArray(1, select.getConnection().createArrayOf("text", conventionIds.toArray())));
    }

    Optional<Revision> find(String conventionId, int number) {
        return read(ONE, select -> {
                    select.setString(1, conventionId);
                    select.setInt(2, number);
                })
                .stream()
                .findFirst();
    }

    /** The next revisions after a number that the actor may see: its own, and those that are or were in force. */
    List<Revision> after(String conventionId, int number, Actor actor, int limit) {
        return read(PAGE, select -> {
            select.setString(1, conventionId);
            select.setInt(2, number);
            select.setBoolean(3, actor.seesEverything());
            select.setArray(
                    4,
                    select.getConnection()
                            .createArrayOf("text", actor.audiences().toArray()));
            select.setInt(5, limit);
        });
    }

    private List<Revision> read(String sql, Binding binding) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql)) {
            binding.bind(select);
            try (var row = select.executeQuery()) {
                var revisions = new ArrayList<Revision>();
                while (row.next()) {
                    revisions.add(revision(row));
                }
                return revisions;
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("read revisions", e);
        }
    }

    private Revision revision(ResultSet row) throws SQLException {
        var inForceTo = row.getObject(9, LocalDate.class);
        return new Revision(
                row.getString(1),
                row.getInt(2),
                row.getString(3),
                row.getString(4),
                row.getBoolean(5),
                row.getTimestamp(6).toInstant(),
                RevisionState.valueOf(row.getString(7)),
                assent(row.getString(8)),
                inForceTo);
    }

    private String json(Assent assent) {
        try {
            return mapper.writeValueAsString(assent);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Assent assent(String json) {
        try {
            return mapper.readValue(json, Assent.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Binding {
        void bind(PreparedStatement select) throws SQLException;
    }
}
