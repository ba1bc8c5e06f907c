package ma.jazari.partnerships.convention;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import ma.jazari.platform.paging.ListQuery;
import ma.jazari.platform.paging.Page;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.search.RecordSearch;
import ma.jazari.platform.search.RecordTable;
import ma.jazari.platform.search.RecordTable.Facet;
import ma.jazari.platform.search.SortOrder;
import ma.jazari.platform.security.Actor;
import org.jspecify.annotations.Nullable;

/** Finds the conventions that a query asks for and its caller may see; every page starts from an index. */
@ApplicationScoped
class ConventionSearch {

    private static final RecordTable<Convention> CONVENTIONS = new RecordTable<>(
            Convention.class,
            "convention",
            Convention::id,
            Convention::createdAt,
            Map.of(
                    "status",
                    Facet.of("status"),
                    "kind",
                    Facet.of("kind"),
                    "domain",
                    Facet.ofEach("domains"),
                    "health",
                    new Facet("health", "select i.health from matched i where i.health is not null"),
                    "southSouth",
                    new Facet("south_south", "select cast(i.south_south as text) from matched i"),
                    // Two institutes of one region are one region of the convention.
                    "region",
                    new Facet(
                            "party_keys",
                            "select r.region from matched i cross join lateral (select distinct c.region"
                                    + " from unnest(i.party_keys) as k"
                                    + " join institute_copy c on c.id = split_part(k, ':', 2)"
                                    + " where c.region is not null) r")));

    /** As the column has it: what has no end ends last. */
    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    private final RecordSearch search;
    private final ConventionListFilter filter;

    ConventionSearch(RecordSearch search, ConventionListFilter filter) {
        this.search = search;
        this.filter = filter;
    }

    /** A page of conventions, not yet in the form in which a caller sees them. */
    Page<Convention> find(ConventionQuery query, Actor actor) {
        return search.find(new RecordSearch.Wanted<>(
                CONVENTIONS, filter.of(query, actor), query.q, order(query), ListQuery.anyOf(query.facets), query));
    }

    private static @Nullable SortOrder<Convention> order(ConventionQuery query) {
        return switch (query.sort) {
            case null -> null;
            case "relevance" -> byRelevance(query.q);
            case "id" -> SortOrder.byId();
            case "updatedAt" -> SortOrder.byInstant("updated_at", false, Convention::updatedAt);
            case "-updatedAt" -> SortOrder.byInstant("updated_at", true, Convention::updatedAt);
            case "endsOn" -> SortOrder.byDay("sort_end", false, ConventionSearch::end);
            case "code" -> SortOrder.byText("code", false, Convention::code);
            default -> throw Problem.invalid("sort", "must be one of " + List.of(ConventionQuery.SORTS));
        };
    }

    private static @Nullable SortOrder<Convention> byRelevance(@Nullable String text) {
        if (text == null || text.isBlank()) {
            throw Problem.invalid("sort", "can be relevance where q says what is relevant");
        }
        return null;
    }

    private static LocalDate end(Convention convention) {
        var end = convention.course().endsOn();
        return end == null || end.isAfter(NEVER) ? NEVER : end;
    }
}
