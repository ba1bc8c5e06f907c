package ma.jazari.partnerships.partner;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.jazari.platform.paging.ListQuery;
import ma.jazari.platform.paging.Page;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.record.ExternalId.Scheme;
import ma.jazari.platform.record.ExternalIds;
import ma.jazari.platform.search.RecordSearch;
import ma.jazari.platform.search.RecordTable;
import ma.jazari.platform.search.RecordTable.Facet;
import ma.jazari.platform.search.SortOrder;
import ma.jazari.platform.search.SqlFilter;
import ma.jazari.platform.text.SearchText;
import ma.jazari.platform.time.AsOf;
import org.jspecify.annotations.Nullable;

/** Finds the partners that a query asks for; every page starts from an index. */
@ApplicationScoped
public class PartnerSearch {

    /** The table of partners, and what they can be counted by. */
    public static final RecordTable<Partner> PARTNERS = new RecordTable<>(
            Partner.class,
            "partner",
            Partner::id,
            Partner::createdAt,
            Map.of("type", Facet.of("type"), "country", Facet.of("country"), "status", Facet.of("status")));

    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final int MAX_IDS = 200;

    // Serve domain and externalId: along search_name_exact.
    private static final String HAS_DOMAIN =
            "i.id in (select n.id from search_name n where n.kind = 'ID' and n.name = any (:domain))";
    private static final String HAS_EXTERNAL_ID =
            "i.id in (select n.id from search_name n where n.kind = 'ID' and n.name = any (:externalId))";
    // Serves place: along search_document_by_word, and of what that finds those where the words are one place.
    private static final String IS_AT =
            "i.id in (select d.id from search_document d where d.words @@ cast(:placeWords as tsquery) and d.places && cast(:place as text[]))";

    private final RecordSearch search;

    PartnerSearch(RecordSearch search) {
        this.search = search;
    }

    /** A page of partners, not yet in the form in which a caller sees them. */
    @Transactional
    public Page<Partner> find(PartnerQuery wanted, PartnerListQuery query) {
        return search.find(new RecordSearch.Wanted<>(
                PARTNERS, filter(wanted), query.q, order(query.sort), ListQuery.anyOf(query.facets), query));
    }

    /** The conditions. */
    public static SqlFilter filter(PartnerQuery wanted) {
        var filter = new SqlFilter();
        filter.anyOf("i.type", ListQuery.anyOf("type", wanted.type, PartnerType.class));
        filter.anyOf("i.status", ListQuery.anyOf("status", wanted.status, PartnerStatus.class));
        filter.anyOf("i.country", countries(wanted.country));
        filter.anyOf("i.id", ids(wanted.ids));
        place(filter, wanted.place);
        domain(filter, wanted.domain);
        externalId(filter, wanted.externalId);
        if (wanted.updatedSince != null) {
            filter.add("i.updated_at >= :since", Map.of("since", AsOf.since("updatedSince", wanted.updatedSince)));
        }
        return filter;
    }

    /** Partners that work now. */
    public static SqlFilter working() {
        var filter = new SqlFilter();
        filter.anyOf("i.status", List.of(PartnerStatus.ACTIVE));
        return filter;
    }

    private static void domain(SqlFilter filter, @Nullable String domain) {
        var wanted = ListQuery.anyOf(domain).stream()
                .map(one -> one.toLowerCase(Locale.ROOT))
                .toList();
        if (!wanted.isEmpty()) {
            filter.add(HAS_DOMAIN, Map.of("domain", SqlFilter.texts(wanted)));
        }
    }

    /** What an id may be in any of the registries. */
    private static void externalId(SqlFilter filter, @Nullable String externalId) {
        var wanted = ListQuery.anyOf(externalId).stream()
                .flatMap(one ->
                        Arrays.stream(Scheme.values()).flatMap(scheme -> ExternalIds.canonical(scheme, one).stream()))
                .map(one -> one.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
        if (!wanted.isEmpty()) {
            filter.add(HAS_EXTERNAL_ID, Map.of("externalId", SqlFilter.texts(wanted)));
        }
    }

    private static void place(SqlFilter filter, @Nullable String place) {
        var wanted = ListQuery.anyOf(place).stream()
                .map(SearchText::of)
                .filter(name -> !name.isEmpty())
                .toList();
        if (wanted.isEmpty() && place != null) {
            throw Problem.invalid("place", "must be names of cities, comma for OR");
        }
        if (!wanted.isEmpty()) {
            // Letters and digits alone, so nothing needs escaping.
            var words = wanted.stream()
                    .map(name -> Stream.of(name.split(" ", -1))
                            .map(word -> "'" + word + "'")
                            .collect(Collectors.joining(" & ", "(", ")")))
                    .collect(Collectors.joining(" | "));
            filter.add(IS_AT, Map.of("placeWords", words, "place", SqlFilter.texts(wanted)));
        }
    }

    private static @Nullable SortOrder<Partner> order(@Nullable String sort) {
        return switch (sort) {
            case null -> null;
            case "id" -> SortOrder.byId();
            case "updatedAt" -> SortOrder.byInstant("updated_at", false, Partner::updatedAt);
            case "-updatedAt" -> SortOrder.byInstant("updated_at", true, Partner::updatedAt);
            case "name" -> SortOrder.byText("sort_name", false, Partner::sortName);
            case "-name" -> SortOrder.byText("sort_name", true, Partner::sortName);
            default -> throw Problem.invalid("sort", "must be one of id, updatedAt, -updatedAt, name, -name");
        };
    }

    private static List<String> countries(@Nullable String country) {
        var countries = ListQuery.anyOf(country);
        if (!countries.stream().allMatch(code -> COUNTRY.matcher(code).matches())) {
            throw Problem.invalid("country", "must be codes of ISO 3166-1 alpha-2 such as MA, comma for OR");
        }
        return countries;
    }

    private static List<String> ids(@Nullable String ids) {
        var wanted = ListQuery.anyOf(ids);
        if (wanted.size() > MAX_IDS) {
            throw Problem.invalid("ids", "must be at most " + MAX_IDS);
        }
        return wanted;
    }
}
