package ma.jazari.partnerships.partner;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import ma.jazari.platform.paging.ListQuery;
import ma.jazari.platform.paging.Page;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.query.Conditions;
import ma.jazari.platform.query.Keyset;
import ma.jazari.platform.query.Listing;
import org.jspecify.annotations.Nullable;

/** Finds the partners that a query asks for; every page starts from an index. */
@ApplicationScoped
class PartnerSearch {

    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final int MAX_IDS = 200;

    private final PartnerRepository partners;

    PartnerSearch(PartnerRepository partners) {
        this.partners = partners;
    }

    /** A page of partners, not yet in the form in which a caller sees them. */
    Page<Partner> find(PartnerQuery query) {
        var conditions = new Conditions();
        conditions.anyOf("type", ListQuery.anyOf("type", query.type, PartnerType.class));
        conditions.anyOf("status", ListQuery.anyOf("status", query.status, PartnerStatus.class));
        conditions.anyOf("country", countries(query.country));
        conditions.anyOf("id", ids(query.ids));
        conditions.words("searchText", query.q);
        return Listing.page(partners, conditions, order(query.sort), query);
    }

    private static Keyset<Partner> order(@Nullable String sort) {
        return switch (Objects.requireNonNullElse(sort, "id")) {
            case "id" -> Keyset.byId(Partner::id);
            case "updatedAt" -> byChange(false);
            case "-updatedAt" -> byChange(true);
            default -> throw Problem.invalid("sort", "must be one of id, updatedAt, -updatedAt");
        };
    }

    private static Keyset<Partner> byChange(boolean descending) {
        return new Keyset<>(
                "updatedAt", descending, Instant::parse, row -> row.updatedAt().toString(), Partner::id);
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
