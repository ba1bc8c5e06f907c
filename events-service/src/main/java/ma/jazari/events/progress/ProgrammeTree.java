package ma.jazari.events.progress;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ma.jazari.events.programme.ProgrammeState;
import ma.jazari.platform.changelog.DatabaseFailure;

/** Programmes with their indicators and their parts as they were at an instant, by the change log. */
@ApplicationScoped
class ProgrammeTree {

    // Serves progress: for each programme the last entry up to an instant, along the log's unique index.
    private static final String STATES =
            """
            select last.state::text from programme p cross join lateral (
                select state from change_log
                where subject_type = 'PROGRAMME' and subject_id = p.id::text and at <= ?
                order by subject_version desc limit 1
            ) last
            """;

    private final AgroalDataSource database;
    private final ObjectMapper mapper;

    ProgrammeTree(AgroalDataSource database, ObjectMapper mapper) {
        this.database = database;
        this.mapper = mapper;
    }

    /** The programme and all that were part of it, the programme first; empty if it was not there. */
    List<ProgrammeState> of(String id, Instant asOf) {
        var children = new HashMap<String, List<ProgrammeState>>();
        var tree = new ArrayList<ProgrammeState>();
        for (var state : states(asOf)) {
            if (state.id().equals(id)) {
                tree.add(state);
            } else if (state.parentId() != null) {
                children.computeIfAbsent(state.parentId(), parent -> new ArrayList<>())
                        .add(state);
            }
        }
        tree.addAll(below(tree, children));
        return tree;
    }

    private static List<ProgrammeState> below(List<ProgrammeState> root, Map<String, List<ProgrammeState>> children) {
        var found = new ArrayList<ProgrammeState>();
        var next = new ArrayDeque<>(root);
        while (!next.isEmpty()) {
            var parts = children.getOrDefault(next.remove().id(), List.of());
            found.addAll(parts);
            next.addAll(parts);
        }
        return found;
    }

    private List<ProgrammeState> states(Instant asOf) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(STATES)) {
            select.setObject(1, asOf.atOffset(ZoneOffset.UTC));
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
