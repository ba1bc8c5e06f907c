package ma.jazari.events.tally;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import ma.jazari.events.figure.Aggregation;
import ma.jazari.platform.changelog.DatabaseFailure;

/** Reads what counted of indicators at an instant, added up by the database in one statement for each way of counting. */
@ApplicationScoped
public class FigureReader {

    // Serves progress: scans the index measurement_figures alone.
    private static final String COUNTED =
            """
            with recursive asked (as_of) as (select ?::timestamptz), line (programme_id, indicator, number) as (
                select * from unnest(?::uuid[], ?::text[], ?::integer[])
            ), counted as (
                select row_number() over () as id, l.indicator, l.programme_id, m.institute_id collate "C" as institute_id,
                       m.region, m.period_to, m.value,
                       case when m.verified_at <= t.as_of then 'VERIFIED' else 'REPORTED' end as worth
                from asked t cross join (select distinct programme_id, indicator from line) l
                join measurement m on m.programme_id = l.programme_id and m.indicator = l.indicator
                where m.reported_at <= t.as_of and (m.disputed_at is null or m.disputed_at > t.as_of)
                  and (m.superseded_at is null or m.superseded_at > t.as_of)
            )
            """;

    /** Of values that are added, or whose mean is taken: each is there from the day on which its period ended. */
    static final String VALUES = COUNTED
            + """
            , move as (
                select c.indicator, c.period_to as day, c.institute_id, c.region, w.worth, c.value, 1 as counted
                from counted c cross join lateral (values ('ALL'), (c.worth)) as w (worth)
            )
            """
            + MoveSums.FIGURES;

    // Which institute had become part of which by then, directly or by way of others, and since which day.
    private static final String MERGED =
            """
            , last_known as (
                select distinct on (p.id) p.id, p.successor_id from institute_past p cross join asked t
                where p.id in (select id from institute_past where successor_id is not null) and p.updated_at <= t.as_of
                order by p.id, p.version desc
            ), merger as (
                select l.id, l.successor_id, (
                    select cast(min(p.updated_at) at time zone 'UTC' as date) from institute_past p
                    where p.id = l.id and p.successor_id = l.successor_id
                ) as day from last_known l where l.successor_id is not null
            ), merged (id, successor_id, day) as (
                select id, successor_id, day from merger
                union
                select early.id, late.successor_id, greatest(early.day, late.day)
                from merged early join merger late on late.id = early.successor_id where late.successor_id <> early.id
            )
            """;
    // The values of an institute along each line, and those of whoever took it over: they end what it had left.
    private static final String STOCK =
            """
            , stock as (
                select l.indicator, l.number, c.id, c.period_to, c.worth, c.institute_id as holder, true as own
                from counted c join line l on l.programme_id = c.programme_id and l.indicator = c.indicator
                union all
                select l.indicator, l.number, c.id, c.period_to, c.worth, m.id as holder, false as own
                from merged m join counted c on c.institute_id = m.successor_id and c.period_to >= m.day
                join line l on l.programme_id = c.programme_id and l.indicator = c.indicator
            ), followed as (
                select id, own, min(period_to) over later as ended,
                       min(period_to) filter (where worth = 'VERIFIED') over later as verified_ended
                from stock
                window later as (partition by indicator, number, holder order by period_to desc, own
                                 rows between unbounded preceding and 1 preceding)
            ), ending as (
                select id, min(ended) as ended, min(verified_ended) as verified_ended
                from followed where own group by id
            )
            """;

    /**
     * Of latest values: each is there from the day on which its period ended to the one on which the next one's does, in
     * the same programme or in one above or below it.
     */
    static final String LATEST = COUNTED
            + MERGED
            + STOCK
            + """
            , move as (
                select c.indicator, m.day, c.institute_id, c.region, m.worth, m.value, m.counted
                from counted c join ending e on e.id = c.id cross join lateral (values
                    (period_to, 'ALL', value, 1), (ended, 'ALL', -value, 0), (period_to, worth, value, 1),
                    (case worth when 'VERIFIED' then verified_ended else ended end, worth, -value, 0)
                ) as m (day, worth, value, counted) where m.day is not null
            )
            """
            + MoveSums.FIGURES;

    private final AgroalDataSource database;
    private final FigureRows rows;

    FigureReader(AgroalDataSource database, FigureRows rows) {
        this.database = database;
        this.rows = rows;
    }

    /** What counted of the indicators, by key; those of which nothing counted are absent. */
    public Map<String, Figures> read(List<Measured> measured, Instant asOf) {
        var figures = new HashMap<String, Figures>();
        measured.stream()
                .collect(Collectors.groupingBy(each -> statement(each.aggregation())))
                .forEach((statement, some) -> read(statement, some, asOf, figures));
        return figures;
    }

    private static String statement(Aggregation aggregation) {
        return switch (aggregation) {
            case SUM, AVERAGE -> VALUES;
            case LATEST -> LATEST;
        };
    }

    private void read(String statement, List<Measured> measured, Instant asOf, Map<String, Figures> figures) {
        try (var connection = database.getConnection();
                var select = MoveSums.prepare(connection, statement)) {
            bind(select, measured, asOf);
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(row, figures.computeIfAbsent(row.getString("indicator"), key -> new Figures()));
                }
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("read figures", e);
        }
    }

    static void bind(PreparedStatement select, List<Measured> measured, Instant asOf) throws SQLException {
        select.setObject(1, asOf.atOffset(ZoneOffset.UTC));
        array(select, 2, "text", measured, Measured::programmeId);
        array(select, 3, "text", measured, Measured::indicator);
        array(select, 4, "int4", measured, Measured::line);
    }

    private static void array(
            PreparedStatement select, int i, String type, List<Measured> measured, Function<Measured, Object> value)
            throws SQLException {
        var values = measured.stream().map(value).toArray();
        select.setArray(i, select.getConnection().createArrayOf(type, values));
    }

    /**
     * An indicator of a programme, whose measurements count for the indicator of the same key that is asked for.
     *
     * @param line which line of programmes, from the one that is asked for down to a last part, the programme is on; where
     *     latest values count, it is named with each of its lines
     */
    public record Measured(String programmeId, String indicator, Aggregation aggregation, int line) {}
}
