package ma.jazari.partnerships.convention;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
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

    private static final String PUT =
            """
            insert into convention_revision
                (convention_id, number, canonical, digest, south_south, proposed_at, state, assent, in_force_to)
            values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)
            on conflict (convention_id, number) do update
            set state = excluded.state, assent = excluded.assent, in_force_to = excluded.in_force_to
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

    /** Keeps new texts, and what became of those that are there. In this order: one leaves its place to the next. */
    void putAll(List<Revision> revisions) {
        if (revisions.isEmpty()) {
            return;
        }
        try (var connection = database.getConnection();
                var put = connection.prepareStatement(PUT)) {
            for (var revision : revisions) {
                bind(put, revision);
                put.addBatch();
            }
            put.executeBatch();
        } catch (SQLException e) {
            throw new DatabaseFailure("keep the revisions of a convention", e);
        }
    }

    private void bind(PreparedStatement put, Revision revision) throws SQLException {
        put.setString(1, revision.conventionId());
        put.setInt(2, revision.number());
        put.setString(3, revision.canonical());
        put.setString(4, revision.digest());
        put.setBoolean(5, revision.southSouth());
        put.setTimestamp(6, Timestamp.from(revision.proposedAt()));
        put.setString(7, revision.state().name());
        put.setString(8, json(revision.assent()));
        put.setDate(9, revision.inForceTo() == null ? null : Date.valueOf(revision.inForceTo()));
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
        var inForceTo = row.getDate(9);
        return new Revision(
                row.getString(1),
                row.getInt(2),
                row.getString(3),
                row.getString(4),
                row.getBoolean(5),
                row.getTimestamp(6).toInstant(),
                RevisionState.valueOf(row.getString(7)),
                assent(row.getString(8)),
                inForceTo == null ? null : inForceTo.toLocalDate());
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
