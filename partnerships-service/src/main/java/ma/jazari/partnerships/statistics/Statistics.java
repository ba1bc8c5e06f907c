package ma.jazari.partnerships.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import ma.jazari.partnerships.agreement.ConventionDomain;
import ma.jazari.partnerships.agreement.ConventionKind;
import ma.jazari.partnerships.agreement.PartyType;
import ma.jazari.partnerships.convention.ConventionFilters;
import ma.jazari.partnerships.institutecopy.Regions;
import ma.jazari.partnerships.lifecycle.ConventionStatus;
import ma.jazari.partnerships.lifecycle.Health;
import ma.jazari.partnerships.partner.PartnerType;
import ma.jazari.partnerships.statistics.Counts.Counted;
import ma.jazari.partnerships.statistics.StatisticsResponse.Expiring;
import ma.jazari.partnerships.statistics.StatisticsResponse.SouthSouthCount;
import ma.jazari.partnerships.statistics.WaitingProposals.Asked;
import ma.jazari.partnerships.time.Today;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.search.SqlFilter;
import ma.jazari.platform.security.Actor;
import org.jspecify.annotations.Nullable;

/** The statistics of the conventions that a caller may see, in three queries over one snapshot. */
@ApplicationScoped
class Statistics {

    private static final List<String> PARTY_TYPES = Stream.concat(
                    Stream.of(PartyType.INSTITUTE.name()),
                    Arrays.stream(PartnerType.values()).map(Enum::name))
            .toList();

    private final MatchedConventions conventions;
    private final ConventionFilters filters;
    private final Counts counts;
    private final TopParties parties;
    private final WaitingProposals waiting;
    private final Today today;

    Statistics(
            MatchedConventions conventions,
            ConventionFilters filters,
            Counts counts,
            TopParties parties,
            WaitingProposals waiting,
            Today today) {
        this.conventions = conventions;
        this.filters = filters;
        this.counts = counts;
        this.parties = parties;
        this.waiting = waiting;
        this.today = today;
    }

    /** @param languages best first */
    @Transactional
    StatisticsResponse read(StatisticsQuery query, Actor actor, List<String> languages) {
        conventions.holdStill();
        var filter = filter(query, actor);
        var day = today.get();
        var counted = counts.of(filter, day);
        return new StatisticsResponse(
                day,
                counted.of("total", ""),
                counted.all("status", ConventionStatus.class),
                counted.all("kind", ConventionKind.class),
                counted.all("domain", ConventionDomain.class),
                counted.all("region", Regions.codes()),
                counted.all("partyType", PARTY_TYPES),
                parties.of(filter, query.limit(), languages),
                new SouthSouthCount(counted.of("southSouth", ""), counted.found("southSouthCountry")),
                counted.all("health", Health.class),
                counted.found("year"),
                expiring(counted),
                WaitingProposals.toldTo(actor)
                        ? waiting.of(new Asked(filter, actor, day, query.limit(), languages))
                        : null);
    }

    private static Expiring expiring(Counted counted) {
        return new Expiring(counted.of("expiring", "30"), counted.of("expiring", "90"), counted.of("expiring", "365"));
    }

    private SqlFilter filter(StatisticsQuery query, Actor actor) {
        var filter = ConventionFilters.visible(actor);
        filters.parties(filter, query.party);
        ConventionFilters.domains(filter, query.domain);
        ConventionFilters.regions(filter, query.region);
        var from = ConventionFilters.day("from", query.from);
        var to = ConventionFilters.day("to", query.to);
        if (from != null && to != null && to.isBefore(from)) {
            throw Problem.invalid("to", "must not be before from");
        }
        since(filter, "i.in_force_since >= :from", "from", from);
        since(filter, "i.in_force_since <= :to", "to", to);
        return filter;
    }

    private static void since(SqlFilter filter, String condition, String name, @Nullable LocalDate day) {
        if (day != null) {
            filter.add(condition, Map.of(name, day));
        }
    }
}
