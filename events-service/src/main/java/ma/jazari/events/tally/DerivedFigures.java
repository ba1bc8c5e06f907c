package ma.jazari.events.tally;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import ma.jazari.events.figure.Derivation;
import ma.jazari.platform.changelog.DatabaseFailure;

/**
 * Figures that nobody reports: they derive from the registry's own records, and can be derived again for any time of the
 * past. Program events and registrations are read from the change log as they were then, conventions and institutes from
 * the versions that have come over Kafka, each as of its own time.
 */
@ApplicationScoped
public class DerivedFigures {

    private static final String ASKED =
            """
            with asked (as_of, programmes, day) as (
                select w.as_of, w.programmes, cast(w.as_of at time zone 'UTC' as date)
                from (values (?::timestamptz, ?::text[])) as w (as_of, programmes)
            )
            """;
    // Serves the figures of program events: those that were ever of one of the programmes, along
    // change_log_events_of_programmes, and each as the log has it then, along the log's unique index.
    private static final String EVENTS =
            """
            , event as (
                select ever.id, last.state, last.state -> 'hostInstituteIds' ->> 0 as institute_id,
                       last.state -> 'venue' ->> 'region' as region
                from asked t cross join lateral (
                    select distinct l.subject_id as id from unnest(t.programmes) as p (id)
                    join change_log l on l.subject_type = 'PROGRAM_EVENT' and l.state ->> 'programmeId' = p.id
                ) ever cross join lateral (
                    select state from change_log
                    where subject_type = 'PROGRAM_EVENT' and subject_id = ever.id and at <= t.as_of
                    order by subject_version desc limit 1
                ) last
                where last.state ->> 'programmeId' = any (t.programmes)
            )
            """;
    // On the day of its end by its own clock.
    private static final String EVENTS_HELD = EVENTS
            + """
            , fact (day, institute_id, region, value) as (
                select cast(left(e.state ->> 'end', 10) as date), e.institute_id, e.region, 1
                from asked t cross join event e
                where e.state ->> 'status' = 'COMPLETED' and cast(e.state ->> 'endInstant' as timestamptz) <= t.as_of
            )
            """;
    // Serves the figure of attendances: those who were ever checked in, along change_log_check_ins, and each as the log
    // has
    // it then. On the day of the check-in by the event's own clock, whose difference from UTC its record tells.
    private static final String CHECKED_IN = EVENTS
            + """
            , fact (day, institute_id, region, value) as (
                select cast(cast(last.state ->> 'checkedInAt' as timestamptz) at time zone 'UTC'
                            + (cast(e.state ->> 'start' as timestamp)
                               - cast(e.state ->> 'startInstant' as timestamptz) at time zone 'UTC') as date),
                       e.institute_id, e.region, 1
                from asked t cross join event e cross join lateral (
                    select distinct subject_id as id from change_log
                    where subject_type = 'REGISTRATION' and state ->> 'checkedInAt' is not null
                      and state ->> 'programEventId' = e.id
                ) ever cross join lateral (
                    select state from change_log
                    where subject_type = 'REGISTRATION' and subject_id = ever.id and at <= t.as_of
                    order by subject_version desc limit 1
                ) last
                where e.state ->> 'type' = 'TRAINING' and e.state ->> 'status' <> 'CANCELLED'
                  and last.state ->> 'state' = 'CONFIRMED' and last.state ->> 'checkedInAt' is not null
            )
            """;
    // Serves conventions in force: the last version of each then, along the key of the copies. One comes and goes, and
    // what
    // is summed up to a day is what there was on that day.
    private static final String IN_FORCE =
            """
            , convention as (
                select distinct on (c.id) c.* from asked t join convention_copy c on c.updated_at <= t.as_of
                order by c.id, c.version desc
            ), fact (day, institute_id, region, value) as (
                select move.day, c.institute_id, place.region, move.value
                from asked t cross join convention c
                left join lateral (
                    select region from institute_past where id = c.institute_id and updated_at <= t.as_of
                    order by version desc limit 1
                ) place on true
                cross join lateral (values (c.in_force_since, 1), (c.ended_on, -1)) as move (day, value)
                where c.in_force_since <= t.day and move.day <= t.day %s
            )
            """;
    private static final String MOVES =
            """
            , move as (
                select 'derived' as indicator, f.day, f.institute_id, f.region, w.worth, f.value::numeric as value,
                       greatest(f.value, 0) as counted
                from fact f cross join (values ('ALL'), ('VERIFIED')) as w (worth)
            )
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
                var select = MoveSums.prepare(connection, statement(derivation))) {
            select.setObject(1, asOf.atOffset(ZoneOffset.UTC));
            select.setArray(2, connection.createArrayOf("text", programmes.toArray()));
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

    static String statement(Derivation derivation) {
        return ASKED + facts(derivation) + MOVES + MoveSums.FIGURES;
    }

    private static String facts(Derivation derivation) {
        return switch (derivation) {
            case PROGRAM_EVENTS_HELD -> EVENTS_HELD;
            case PEOPLE_TRAINED -> CHECKED_IN;
            case CONVENTIONS_IN_FORCE -> IN_FORCE.formatted("");
            case SOUTH_SOUTH_CONVENTIONS -> IN_FORCE.formatted("and c.south_south");
        };
    }
}
