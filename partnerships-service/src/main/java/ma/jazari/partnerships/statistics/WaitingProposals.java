package ma.jazari.partnerships.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import ma.jazari.partnerships.agreement.PartyRef;
import ma.jazari.partnerships.convention.ConventionFilters;
import ma.jazari.partnerships.convention.PartyNames;
import ma.jazari.partnerships.statistics.StatisticsResponse.Ageing;
import ma.jazari.partnerships.statistics.StatisticsResponse.Buckets;
import ma.jazari.platform.search.SqlFilter;
import ma.jazari.platform.security.Actor;

/** Whom the texts that are proposed wait for, and for how long. Told to insiders alone. */
@ApplicationScoped
class WaitingProposals {

    // Revisions along their primary key.
    private static final String WAITING =
            """
            , waiting (convention, id, days) as (
                select distinct m.id, coalesce(current.id, awaited.id),
                       greatest(0, cast(:today as date) - cast(r.proposed_at at time zone 'UTC' as date))
                from matched m
                join convention_revision r on r.convention_id = m.id and r.number = m.proposed_revision
                cross join lateral (select split_part(act, ':', 2) as id from unnest(m.awaited_acts) as act
                                    where act like 'APPROVE %' or act like 'SIGN %') awaited
                left join current on current.origin = awaited.id
                where :everything or m.insider_keys && :insider
            ), aged as (
                select id, count(*) as found, max(days) as oldest, percentile_cont(0.5) within group (order by days) as median,
                       count(*) filter (where days <= 7) as week, count(*) filter (where days between 8 and 30) as month,
                       count(*) filter (where days between 31 and 90) as quarter, count(*) filter (where days > 90) as longer
                from waiting group by id order by oldest desc, found desc, id limit :limit
            )
            select a.id, cast(coalesce(p.details -> 'names', c.names, jsonb_build_array()) as text),
                   a.found, a.oldest, a.median, a.week, a.month, a.quarter, a.longer
            from aged a left join institute_copy c on c.id = a.id left join partner p on p.id = a.id
            order by a.oldest desc, a.found desc, a.id
            """;

    private final MatchedConventions conventions;

    WaitingProposals(MatchedConventions conventions) {
        this.conventions = conventions;
    }

    /** Whether the caller is told what waits in any convention. */
    static boolean toldTo(Actor actor) {
        return actor.seesEverything() || !actor.scopes().isEmpty();
    }

    /** The conventions that wait, and that the caller is an insider of. */
    record Asked(SqlFilter filter, Actor actor, LocalDate today, int limit, List<String> languages) {}

    List<Ageing> of(Asked asked) {
        var parameters = Map.of(
                "today", asked.today(),
                "everything", asked.actor().seesEverything(),
                "insider", ConventionFilters.own(asked.actor()),
                "limit", asked.limit());
        return conventions.rows(WAITING, asked.filter(), parameters).stream()
                .map(row -> ageing(row, asked.languages()))
                .toList();
    }

    private static Ageing ageing(Tuple row, List<String> languages) {
        var party = PartyRef.ofId(row.get(0, String.class)).orElseThrow();
        var name = StatisticsResponse.shown(PartyNames.read(row.get(1, String.class)), party.id(), languages);
        return new Ageing(
                party.type(),
                party.id(),
                name.value(),
                number(row, 2),
                number(row, 3),
                row.get(4, Number.class).doubleValue(),
                new Buckets(number(row, 5), number(row, 6), number(row, 7), number(row, 8)),
                name.lang());
    }

    private static long number(Tuple row, int index) {
        return row.get(index, Number.class).longValue();
    }
}
