package ma.jazari.events.tally;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import ma.jazari.events.figure.Derivation;
import ma.jazari.platform.changelog.DatabaseFailure;

/**
 * Figures that nobody reports: they derive from the registry's own records, and can be derived again for any time of the
 * past. Program events are read from the change log as they were then; conventions by the days of their course.
 */
@ApplicationScoped
public class DerivedFigures {

    // Serves program events held: those that are completed along program_event_by_status, each as the log has it then.
    private static final String EVENTS_HELD =
            """
            select cast(cast(state ->> 'endInstant' as timestamptz) at time zone 'UTC' as date) as day,
                   state -> 'hostInstituteIds' ->> 0 as institute_id, state -> 'venue' ->> 'region' as region, 1.0 as value
            from program_event e cross join lateral (
                select state from change_log
                where subject_type = 'PROGRAM_EVENT' and subject_id = cast(e.id as text) and at <= ?
                order by subject_version desc limit 1
            ) last
            where e.status = 'COMPLETED' and state ->> 'status' = 'COMPLETED' and state ->> 'programmeId' = any (?)
            """;
    // Serves people trained: the check-ins of trainings along program_event_by_type, and registration's index by event.
    private static final String CHECKED_IN =
            """
            select cast(r.checked_in_at at time zone 'UTC' as date) as day,
                   last.state -> 'hostInstituteIds' ->> 0 as institute_id, last.state -> 'venue' ->> 'region' as region, 1.0 as value
            from program_event e cross join lateral (
                select state from change_log
                where subject_type = 'PROGRAM_EVENT' and subject_id = cast(e.id as text) and at <= ?
                order by subject_version desc limit 1
            ) last
            join registration r on r.program_event_id = e.id and r.checked_in_at <= ?
            where e.type = 'TRAINING' and last.state ->> 'programmeId' = any (?)
            """;
    // Serves conventions in force: one comes and goes, and what is summed up to a day is what there was on that day.
    private static final String IN_FORCE =
            """
            select move.day, c.institute_id, i.region, move.value
            from convention_copy c
            left join institute_copy i on i.id = c.institute_id
            cross join lateral (values (c.in_force_since, 1.0), (c.ended_on, -1.0)) as move (day, value)
            where c.in_force_since <= ? and move.day <= ?
            """;
    private static final String SOUTH_SOUTH = IN_FORCE + " and c.south_south";
    private static final String FIGURES =
            """
            with fact (day, institute_id, region, value) as (%s), figure as (
                select day as period_to, institute_id, region, sum(value) as value,
                       count(*) filter (where value > 0) as counted
                from fact group by grouping sets ((day), (institute_id), (region))
            )
            select f.*, f.value as verified, f.counted as of_verified, null::numeric as reported, 0 as of_reported,
                   c.names::text as names
            from figure f left join institute_copy c on c.id = f.institute_id
            order by f.period_to, f.institute_id, f.region
            """;

    private final AgroalDataSource database;
    private final FigureRows rows;

    DerivedFigures(AgroalDataSource database, FigureRows rows) {
        this.database = database;
        this.rows = rows;
    }

    /** @param programmes the ids of those whose records are counted, where the records name programmes */
    public Figures read(Derivation derivation, List<String> programmes, Instant asOf) {
        var figures = new Figures();
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(FIGURES.formatted(facts(derivation)))) {
            bind(select, derivation, programmes, asOf);
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(row, figures);
                }
            }
            return figures;
        } catch (SQLException e) {
            throw new DatabaseFailure("derive figures", e);
        }
    }

    private static String facts(Derivation derivation) {
        return switch (derivation) {
            case PROGRAM_EVENTS_HELD -> EVENTS_HELD;
            case PEOPLE_TRAINED -> CHECKED_IN;
            case CONVENTIONS_IN_FORCE -> IN_FORCE;
            case SOUTH_SOUTH_CONVENTIONS -> SOUTH_SOUTH;
        };
    }

    private static void bind(PreparedStatement select, Derivation derivation, List<String> programmes, Instant asOf)
            throws SQLException {
        var instant = asOf.atOffset(ZoneOffset.UTC);
        int i = 0;
        switch (derivation) {
            case PROGRAM_EVENTS_HELD -> select.setObject(++i, instant);
            case PEOPLE_TRAINED -> {
                select.setObject(++i, instant);
                select.setObject(++i, instant);
            }
            case CONVENTIONS_IN_FORCE, SOUTH_SOUTH_CONVENTIONS -> {
                select.setObject(++i, instant.toLocalDate());
                select.setObject(++i, instant.toLocalDate());
            }
        }
        if (derivation.isOfProgrammes()) {
            select.setArray(++i, select.getConnection().createArrayOf("text", programmes.toArray()));
        }
    }
}
