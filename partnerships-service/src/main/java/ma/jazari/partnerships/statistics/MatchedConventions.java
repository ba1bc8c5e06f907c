package ma.jazari.partnerships.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Map;
import ma.jazari.platform.search.SqlFilter;
import org.hibernate.query.NativeQuery;

/**
 * Reads what is counted. Queries over the conventions that a filter keeps may use {@code matched}, the conventions;
 * {@code party}, their parties, under the id that each has now; and {@code current}, what merged organisations are now.
 */
@ApplicationScoped
class MatchedConventions {

    private static final String ONE_MOMENT = "set transaction isolation level repeatable read, read only";
    // Serves statistics: conventions along the index of what the filter names, their parties along primary keys. Where
    // institutes are is read as it is known now, and not kept with each convention.
    private static final String MATCHED =
            """
            with recursive merged (id, successor_id) as (
                select id, successor_id from institute_copy where successor_id is not null
                union all select id, successor_id from partner where successor_id is not null
            ), line (origin, id) as (
                select id, successor_id from merged
                union select line.origin, next.successor_id from line join merged next on next.id = line.id
            ), current (origin, id) as (
                select line.origin, line.id from line left join merged using (id) where merged.id is null
            ), matched as materialized (
                select i.id, i.status, i.kind, i.domains, i.party_keys, i.insider_keys, i.awaited_acts, i.south_south,
                       i.health, i.in_force_since, i.proposed_revision
                from convention i where %s
            ), party (convention, id, south_south, type, region, country) as (
                select m.id, coalesce(current.id, named.id), m.south_south,
                       case when p.id is null then 'INSTITUTE' else p.type end, c.region, coalesce(p.country, c.country)
                from matched m
                cross join lateral (select split_part(k, ':', 2) as id from unnest(m.party_keys) as k) named
                left join institute_copy c on c.id = named.id
                left join partner p on p.id = named.id
                left join current on current.origin = named.id
            )
            """;

    private final EntityManager entities;

    MatchedConventions(EntityManager entities) {
        this.entities = entities;
    }

    /** Makes all that the transaction reads true of one moment; its first statement. */
    void holdStill() {
        entities.createNativeQuery(ONE_MOMENT).executeUpdate();
    }

    /** The rows of a query over what the filter keeps. */
    List<Tuple> rows(String sql, SqlFilter filter, Map<String, ?> parameters) {
        var query = (NativeQuery<?>) entities.createNativeQuery(MATCHED.formatted(filter.sql()) + sql, Tuple.class);
        filter.parameters().forEach(query::setParameter);
        parameters.forEach(query::setParameter);
        return query.getResultList().stream().map(Tuple.class::cast).toList();
    }
}
