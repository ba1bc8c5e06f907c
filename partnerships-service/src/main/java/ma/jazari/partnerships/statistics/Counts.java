package ma.jazari.partnerships.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import ma.jazari.partnerships.convention.SouthSouth;
import ma.jazari.platform.search.SqlFilter;

/** Counts conventions by one dimension after the other, all in one query. */
@ApplicationScoped
class Counts {

    private static final String COUNTS =
            """
            , ending (due) as (
                select min(d.due) from matched m join deadline d on d.convention_id = m.id
                where d.kind in ('EXPIRY', 'TERMINATION') group by m.id
            )
            select 'total', '', count(*) from matched
            union all select 'status', status, count(*) from matched group by status
            union all select 'kind', kind, count(*) from matched group by kind
            union all select 'domain', d, count(*) from matched cross join lateral unnest(domains) as d group by d
            union all select 'region', region, count(distinct convention) from party
                      where region is not null group by region
            union all select 'partyType', type, count(distinct convention) from party group by type
            union all select 'southSouth', '', count(*) from matched where south_south
            union all select 'southSouthCountry', country, count(distinct convention) from party
                      where south_south and country = any (:south) group by country
            union all select 'health', health, count(*) from matched where health is not null group by health
            union all select 'year', to_char(in_force_since, 'FMYYYY'), count(*) from matched
                      where in_force_since is not null group by 2
            union all select 'expiring', cast(days as text), count(ending.due)
                      from unnest(array[30, 90, 365]) as days left join ending on ending.due <= cast(:today as date) + days
                      group by days
            """;

    private final MatchedConventions conventions;

    Counts(MatchedConventions conventions) {
        this.conventions = conventions;
    }

    Counted of(SqlFilter filter, LocalDate today) {
        var parameters = Map.of("south", SqlFilter.texts(List.copyOf(SouthSouth.countries())), "today", today);
        return new Counted(conventions.rows(COUNTS, filter, parameters).stream()
                .collect(Collectors.groupingBy(
                        row -> row.get(0, String.class),
                        Collectors.toMap(row -> row.get(1, String.class), Counts::count, Long::sum, TreeMap::new))));
    }

    private static Long count(Tuple row) {
        return row.get(2, Number.class).longValue();
    }

    /** The counts, by dimension and value. */
    record Counted(Map<String, TreeMap<String, Long>> byDimension) {

        long of(String dimension, String value) {
            return found(dimension).getOrDefault(value, 0L);
        }

        /** The values that occur, in their order. */
        Map<String, Long> found(String dimension) {
            return byDimension.getOrDefault(dimension, new TreeMap<>());
        }

        /** All of these values, those that do not occur, too. */
        Map<String, Long> all(String dimension, Collection<String> values) {
            var all = new TreeMap<String, Long>();
            values.forEach(value -> all.put(value, of(dimension, value)));
            return all;
        }

        /** All values of the enum, those that do not occur, too. */
        <E extends Enum<E>> Map<E, Long> all(String dimension, Class<E> type) {
            var all = new EnumMap<E, Long>(type);
            Arrays.stream(type.getEnumConstants()).forEach(value -> all.put(value, of(dimension, value.name())));
            return all;
        }
    }
}
