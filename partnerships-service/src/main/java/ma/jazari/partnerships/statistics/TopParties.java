package ma.jazari.partnerships.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Map;
import ma.jazari.partnerships.agreement.PartyRef;
import ma.jazari.partnerships.convention.PartyNames;
import ma.jazari.partnerships.statistics.StatisticsResponse.PartyCount;
import ma.jazari.platform.search.SqlFilter;

/** Who is party to most conventions. */
@ApplicationScoped
class TopParties {

    private static final String TOP =
            """
            select t.id, cast(coalesce(p.details -> 'names', c.names, jsonb_build_array()) as text), t.found
            from (select id, count(distinct convention) as found from party
                  group by id order by found desc, id limit :limit) t
            left join institute_copy c on c.id = t.id left join partner p on p.id = t.id
            order by t.found desc, t.id
            """;

    private final MatchedConventions conventions;

    TopParties(MatchedConventions conventions) {
        this.conventions = conventions;
    }

    /** @param languages best first */
    List<PartyCount> of(SqlFilter filter, int limit, List<String> languages) {
        return conventions.rows(TOP, filter, Map.of("limit", limit)).stream()
                .map(row -> party(row, languages))
                .toList();
    }

    private static PartyCount party(Tuple row, List<String> languages) {
        var party = PartyRef.ofId(row.get(0, String.class)).orElseThrow();
        var name = StatisticsResponse.shown(PartyNames.read(row.get(1, String.class)), party.id(), languages);
        return new PartyCount(
                party.type(), party.id(), name.value(), row.get(2, Number.class).longValue(), name.lang());
    }
}
