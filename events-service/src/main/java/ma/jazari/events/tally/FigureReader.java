package ma.jazari.events.tally;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ma.jazari.events.figure.Aggregation;
import ma.jazari.platform.changelog.DatabaseFailure;

/** Reads what counted of indicators at an instant, added up by the database in one statement. */
@ApplicationScoped
public class FigureReader {

    // Serves progress: scans the index measurement_figures alone. Of an indicator whose latest values count, each adds
    // the difference to the one before, so that whatever is summed up to a day is what there was on that day.
    private static final String FIGURES =
            """
            with counted as (
                select w.indicator, w.latest, m.programme_id, m.institute_id, m.region, m.period_to, m.value,
                       coalesce(m.verified_at <= t.as_of, false) as verified
                from unnest(?::uuid[], ?::text[], ?::boolean[]) as w (programme_id, indicator, latest)
                cross join (select ?::timestamptz) as t (as_of)
                join measurement m on m.programme_id = w.programme_id and m.indicator = w.indicator
                where m.reported_at <= t.as_of and (m.disputed_at is null or m.disputed_at > t.as_of)
                  and (m.superseded_at is null or m.superseded_at > t.as_of)
            ), added (indicator, institute_id, region, period_to, verified, own, value) as (
                select indicator, institute_id, region, period_to, verified, value, value from counted where not latest
                union all
                select indicator, institute_id, last_value(region) over (line rows between unbounded preceding
                           and unbounded following), period_to, verified, value - lag(value, 1, 0.0) over alike,
                       value - lag(value, 1, 0.0) over line
                from counted where latest
                window line as (partition by indicator, programme_id, institute_id order by period_to),
                       alike as (partition by indicator, programme_id, institute_id, verified order by period_to)
            ), figure as (
                select indicator, period_to, institute_id, region, sum(value) as value, count(*) as counted,
                       sum(own) filter (where verified) as verified, count(*) filter (where verified) as of_verified,
                       sum(own) filter (where not verified) as reported, count(*) filter (where not verified) as of_reported
                from added group by grouping sets ((indicator, period_to), (indicator, institute_id), (indicator, region))
            )
            select f.*, c.names::text as names from figure f left join institute_copy c on c.id = f.institute_id
            order by f.indicator, f.period_to, f.institute_id, f.region
            """;

    private final AgroalDataSource database;
    private final FigureRows rows;

    FigureReader(AgroalDataSource database, FigureRows rows) {
        this.database = database;
        this.rows = rows;
    }

    /** What counted of the indicators, by key; those of which nothing counted are absent. */
    public Map<String, Figures> read(List<Measured> measured, Instant asOf) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(FIGURES)) {
            bind(connection, select, measured, asOf);
            var figures = new HashMap<String, Figures>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(row, figures.computeIfAbsent(row.getString("indicator"), key -> new Figures()));
                }
            }
            return figures;
        } catch (SQLException e) {
            throw new DatabaseFailure("read figures", e);
        }
    }

    private static void bind(Connection connection, PreparedStatement select, List<Measured> measured, Instant asOf)
            throws SQLException {
        var programmes = measured.stream().map(Measured::programmeId).toArray();
        var keys = measured.stream().map(Measured::indicator).toArray();
        var latest = measured.stream()
                .map(each -> each.aggregation() == Aggregation.LATEST)
                .toArray();
        select.setArray(1, connection.createArrayOf("text", programmes));
        select.setArray(2, connection.createArrayOf("text", keys));
        select.setArray(3, connection.createArrayOf("boolean", latest));
        select.setObject(4, asOf.atOffset(ZoneOffset.UTC));
    }

    /** An indicator of a programme, whose measurements count for the indicator of the same key that is asked for. */
    public record Measured(String programmeId, String indicator, Aggregation aggregation) {}
}
