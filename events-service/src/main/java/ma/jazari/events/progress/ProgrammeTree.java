package ma.jazari.events.progress;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import ma.jazari.events.programme.ProgrammeState;
import ma.jazari.platform.changelog.DatabaseFailure;

/** Programmes with their indicators and their parts as they were at an instant, by the change log. */
@ApplicationScoped
class ProgrammeTree {

    // Serves progress: down from one programme, those that were ever a part along change_log_parts_of_programmes, and
    // each as
    // the log has it then, along the log's unique index.
    private static final String STATES =
            """
            with recursive asked (id, as_of) as (values (?::text, ?::timestamptz)), tree (id) as (
                select id from asked
                union
                select ever.id from tree cross join asked t cross join lateral (
                    select distinct subject_id as id from change_log
                    where subject_type = 'PROGRAMME' and state ->> 'parentId' = tree.id
                ) ever cross join lateral (
                    select state from change_log
                    where subject_type = 'PROGRAMME' and subject_id = ever.id and at <= t.as_of
                    order by subject_version desc limit 1
                ) last where last.state ->> 'parentId' = tree.id
            )
            select last.state::text from tree cross join asked t cross join lateral (
                select state from change_log
                where subject_type = 'PROGRAMME' and subject_id = tree.id and at <= t.as_of
                order by subject_version desc limit 1
            ) last order by tree.id <> t.id, tree.id
            """;

    private final AgroalDataSource database;
    private final ObjectMapper mapper;

    ProgrammeTree(AgroalDataSource database, ObjectMapper mapper) {
        this.database = database;
        this.mapper = mapper;
    }

    /** The programme and all that were part of it, the programme first; empty if it was not there. */
    List<ProgrammeState> of(String id, Instant asOf) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(STATES)) {
            select.setString(1, id);
            select.setObject(2, asOf.atOffset(ZoneOffset.UTC));
            var states = new ArrayList<ProgrammeState>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    states.add(mapper.readValue(row.getString(1), ProgrammeState.class));
                }
            }
            return states;
        } catch (SQLException e) {
            throw new DatabaseFailure("read programmes of the past", e);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
