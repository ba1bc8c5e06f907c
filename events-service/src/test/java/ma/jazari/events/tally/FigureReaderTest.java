package ma.jazari.events.tally;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import ma.jazari.events.figure.Aggregation;
import ma.jazari.events.figure.Derivation;
import ma.jazari.events.programme.ProgrammeFixture;
import ma.jazari.events.tally.FigureReader.Measured;
import ma.jazari.platform.test.RealParts;
import org.junit.jupiter.api.Test;

/** The statements that figures are read with go the ways that their comments say. */
@QuarkusTest
@WithTestResource(RealParts.class)
class FigureReaderTest {

    private static final String LOGGED =
            """
            insert into change_log (id, type, subject_type, subject_id, subject_version, at, actor, entry, hash, state)
            select gen_random_uuid(), 'test', '%1$s', 'test' || i, 1, now(), 'test', repeat('.', 1000), '',
                   jsonb_build_object(%2$s)
            from generate_series(1, 10000) i
            """;

    @Inject
    AgroalDataSource database;

    @Test
    void reads_measurements_along_their_index_alone() throws SQLException {
        var programme = ProgrammeFixture.programme();
        // Among those of other indicators and other programmes.
        execute(
                "set session_replication_role = replica",
                """
                insert into measurement (id, programme_id, indicator, institute_id, region, period_from, period_to,
                    value, source, method, state, reported_at, verified_at, sample, version, updated_at)
                select gen_random_uuid(), case p when 0 then '%s' else md5(p::text) end::uuid, 'many' || k,
                    'j' || lpad(i::text, 8, '0'), 'MA-01', date '2026-01-01' + d, date '2026-01-01' + d, 1, 's', 'm',
                    'VERIFIED', now(), now(), true, 1, now()
                from generate_series(0, 9) p, generate_series(0, 4) k, generate_series(1, 50) i, generate_series(0, 19) d
                """
                        .formatted(programme),
                "set session_replication_role = default",
                "vacuum analyze measurement");

        assertThat(plan(FigureReader.VALUES, programme, Aggregation.SUM))
                .contains("Index Only Scan using measurement_figures");
        assertThat(plan(FigureReader.LATEST, programme, Aggregation.LATEST))
                .contains("Index Only Scan using measurement_figures");
        execute(
                "set session_replication_role = replica",
                "delete from measurement where indicator like 'many%'",
                "set session_replication_role = default");
    }

    @Test
    void derives_figures_of_program_events_along_the_indexes_of_the_log() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var select =
                        connection.prepareStatement("explain " + DerivedFigures.statement(Derivation.PEOPLE_TRAINED))) {
            connection.setAutoCommit(false);
            // Nobody ever sees them.
            statement.execute(LOGGED.formatted("PROGRAM_EVENT", "'programmeId', 'p' || i % 500"));
            statement.execute(LOGGED.formatted("REGISTRATION", "'programEventId', i % 500, 'checkedInAt', now()"));
            statement.execute("analyze change_log");
            select.setObject(1, OffsetDateTime.now(ZoneOffset.UTC));
            select.setArray(2, connection.createArrayOf("text", new Object[] {"p1", "p2"}));
            var plan = lines(select);
            connection.rollback();
            connection.setAutoCommit(true);

            assertThat(plan).contains("change_log_events_of_programmes", "change_log_check_ins");
        }
    }

    private String plan(String statement, String programme, Aggregation aggregation) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("explain " + statement)) {
            FigureReader.bind(select, List.of(new Measured(programme, "many0", aggregation, 0)), Instant.now());
            return lines(select);
        }
    }

    private static String lines(PreparedStatement select) throws SQLException {
        try (var row = select.executeQuery()) {
            var lines = new ArrayList<String>();
            while (row.next()) {
                lines.add(row.getString(1));
            }
            return String.join("\n", lines);
        }
    }

    private void execute(String... statements) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
