package ma.jazari.partnerships.convention;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import ma.jazari.partnerships.agreement.ConventionKind;
import ma.jazari.partnerships.agreement.PartyRef;
import ma.jazari.partnerships.agreement.PartyRole;
import ma.jazari.partnerships.lifecycle.ConventionStatus;
import ma.jazari.partnerships.lifecycle.Health;
import ma.jazari.platform.id.Uuids;
import ma.jazari.platform.paging.ListQuery;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.search.SqlFilter;
import ma.jazari.platform.security.Actor;
import ma.jazari.platform.time.AsOf;
import org.jspecify.annotations.Nullable;

/** The conditions of the list of conventions: what its caller may see, and of that what it asks for. */
@ApplicationScoped
class ConventionListFilter {

    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final int MAX_IDS = 200;

    private final ConventionFilters filters;

    ConventionListFilter(ConventionFilters filters) {
        this.filters = filters;
    }

    SqlFilter of(ConventionQuery query, Actor actor) {
        var filter = ConventionFilters.visible(actor);
        filter.anyOf("i.status", ListQuery.anyOf("status", query.status, ConventionStatus.class));
        filter.anyOf("i.kind", ListQuery.anyOf("kind", query.kind, ConventionKind.class));
        filter.anyOf("i.health", ListQuery.anyOf("health", query.health, Health.class));
        filter.anyOf("i.id", ids(query.ids));
        ConventionFilters.domains(filter, query.domain);
        ConventionFilters.regions(filter, query.region);
        filters.parties(filter, query.party);
        roles(filter, query);
        countries(filter, query.country);
        awaiting(filter, query.awaiting, actor);
        if (query.southSouth != null) {
            filter.add(
                    "i.south_south = :southSouth",
                    Map.of("southSouth", ListQuery.flag("southSouth", query.southSouth)));
        }
        if (query.updatedSince != null) {
            filter.add("i.updated_at >= :since", Map.of("since", AsOf.since("updatedSince", query.updatedSince)));
        }
        days(filter, query);
        return filter;
    }

    /** One of the parties that are named has one of the roles. */
    private void roles(SqlFilter filter, ConventionQuery query) {
        var roles = ListQuery.anyOf("role", query.role, PartyRole.class);
        if (roles.isEmpty()) {
            return;
        }
        var parties = filters.keys("party", query.party).stream()
                .map(key -> PartyRef.ofKey(key).id())
                .toList();
        if (parties.isEmpty()) {
            throw Problem.invalid("role", "is the role of a party; say which with party");
        }
        filter.add(
                "exists (select from jsonb_array_elements(i.agreement -> 'parties') as p"
                        + " where p -> 'party' ->> 'id' = any (:roleParty)"
                        + " and jsonb_exists_any(p -> 'roles', cast(:role as text[])))",
                Map.of("roleParty", SqlFilter.texts(parties), "role", SqlFilter.texts(roles)));
    }

    /** One of the parties is from one of these. Looked up for each convention: a country may have very many partners. */
    private static void countries(SqlFilter filter, @Nullable String country) {
        var countries = ListQuery.anyOf(country);
        if (!countries.stream().allMatch(code -> COUNTRY.matcher(code).matches())) {
            throw Problem.invalid("country", "must be codes of ISO 3166-1 alpha-2 such as MA, comma for OR");
        }
        if (!countries.isEmpty()) {
            filter.add(
                    "exists (select from unnest(i.party_keys) as k left join partner p on p.id = split_part(k, ':', 2)"
                            + " left join institute_copy c on c.id = split_part(k, ':', 2)"
                            + " where coalesce(p.country, c.country) = any (:country))",
                    Map.of("country", SqlFilter.texts(countries)));
        }
    }

    /** Who is awaited is told to insiders alone, in what is in force, too. */
    private void awaiting(SqlFilter filter, @Nullable String awaiting, Actor actor) {
        var acts = filters.keys("awaiting", awaiting).stream()
                .flatMap(key -> Arrays.stream(Awaited.Act.values()).map(act -> Awaited.key(act, PartyRef.ofKey(key))))
                .toList();
        filter.overlaps("i.awaited_acts", acts);
        if (!acts.isEmpty() && !actor.seesEverything()) {
            filter.add("i.insider_keys && :insider", Map.of("insider", ConventionFilters.own(actor)));
        }
    }

    private static void days(SqlFilter filter, ConventionQuery query) {
        range(filter, "effectiveFrom", "i.effective_from", query.effectiveFrom);
        range(filter, "effectiveTo", "i.effective_to", query.effectiveTo);
        var inForceOn = ConventionFilters.day("inForceOn", query.inForceOn);
        if (inForceOn != null) {
            filter.add(
                    "i.in_force_since <= :inForceOn and (i.last_day is null or i.last_day >= :inForceOn)",
                    Map.of("inForceOn", inForceOn));
        }
        var expiringBefore = ConventionFilters.day("expiringBefore", query.expiringBefore);
        if (expiringBefore != null) {
            // What goes on by itself has no such day.
            filter.add(
                    "exists (select from deadline d where d.convention_id = i.id"
                            + " and d.kind in ('EXPIRY', 'TERMINATION') and d.due < :expiringBefore)",
                    Map.of("expiringBefore", expiringBefore));
        }
    }

    /** A day, or from one to another, of which one may be left out: {@code 2026-01-01..2026-12-31}. */
    private static void range(SqlFilter filter, String parameter, String column, @Nullable String text) {
        if (text == null) {
            return;
        }
        var ends = text.split("\\.\\.", -1);
        if (ends.length > 2 || text.equals("..")) {
            throw Problem.invalid(parameter, "must be a date or a range such as 2026-01-01..2026-12-31");
        }
        end(filter, parameter, column + " >= :", "First", ends[0]);
        end(filter, parameter, column + " <= :", "Last", ends[ends.length - 1]);
    }

    private static void end(SqlFilter filter, String parameter, String condition, String which, String text) {
        var day = ConventionFilters.day(parameter, text.isEmpty() ? null : text);
        if (day != null) {
            filter.add(condition + parameter + which, Map.of(parameter + which, day));
        }
    }

    private static List<String> ids(@Nullable String ids) {
        var wanted = ListQuery.anyOf(ids);
        if (wanted.size() > MAX_IDS) {
            throw Problem.invalid("ids", "must be at most " + MAX_IDS);
        }
        return wanted.stream().map(id -> Uuids.checked(id).toString()).toList();
    }
}
