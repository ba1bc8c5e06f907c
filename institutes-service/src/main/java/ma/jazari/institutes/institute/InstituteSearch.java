package ma.jazari.institutes.institute;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import ma.jazari.platform.paging.ListQuery;
import ma.jazari.platform.paging.Page;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.query.Conditions;
import ma.jazari.platform.query.Keyset;
import ma.jazari.platform.query.Listing;
import ma.jazari.platform.security.Actor;
import ma.jazari.platform.security.Scope;
import org.jspecify.annotations.Nullable;

/** Finds the institutes that a query asks for and its caller may see; every page starts from an index. */
@ApplicationScoped
class InstituteSearch {

    private static final Pattern REGION = Pattern.compile("MA-(0[1-9]|1[0-2])");
    private static final int MAX_IDS = 200;

    private final InstituteRepository institutes;

    InstituteSearch(InstituteRepository institutes) {
        this.institutes = institutes;
    }

    /** A page of institutes, not yet in the form in which a caller sees them. */
    Page<Institute> find(InstituteQuery query, Actor actor) {
        var conditions = new Conditions();
        visible(conditions, actor);
        filters(conditions, query);
        return Listing.page(institutes, conditions, order(query.sort), query);
    }

    private static void visible(Conditions conditions, Actor actor) {
        if (!actor.seesEverything()) {
            var own = actor.scopes().stream().map(Scope::id).sorted().toList();
            conditions.add(
                    "(status in :published or id in :own)",
                    Map.of("published", InstituteStatus.published(), "own", own));
        }
    }

    private static void filters(Conditions conditions, InstituteQuery query) {
        conditions.anyOf("status", ListQuery.anyOf("status", query.status, InstituteStatus.class));
        conditions.anyOf("kind", ListQuery.anyOf("kind", query.kind, InstituteKind.class));
        conditions.anyOf("region", regions(query.region));
        conditions.anyOf("parentId", ListQuery.anyOf(query.parentId));
        conditions.anyOf("id", ids(query.ids));
        conditions.overlaps("missions", missions(query.mission));
        conditions.overlaps("focusAreas", ListQuery.anyOf(query.focusArea));
        conditions.words("searchText", query.q);
    }

    private static List<String> missions(@Nullable String mission) {
        return ListQuery.anyOf("mission", mission, Mission.class).stream()
                .map(Enum::name)
                .toList();
    }

    private static Keyset<Institute> order(@Nullable String sort) {
        return switch (Objects.requireNonNullElse(sort, "id")) {
            case "id" -> Keyset.byId(Institute::id);
            case "updatedAt" -> byChange(false);
            case "-updatedAt" -> byChange(true);
            default -> throw Problem.invalid("sort", "must be one of id, updatedAt, -updatedAt");
        };
    }

    private static Keyset<Institute> byChange(boolean descending) {
        return new Keyset<>(
                "updatedAt", descending, Instant::parse, row -> row.updatedAt().toString(), Institute::id);
    }

    private static List<String> regions(@Nullable String region) {
        var regions = ListQuery.anyOf(region);
        if (!regions.stream().allMatch(code -> REGION.matcher(code).matches())) {
            throw Problem.invalid("region", "must be codes from MA-01 to MA-12, comma for OR");
        }
        return regions;
    }

    private static List<String> ids(@Nullable String ids) {
        var wanted = ListQuery.anyOf(ids);
        if (wanted.size() > MAX_IDS) {
            throw Problem.invalid("ids", "must be at most " + MAX_IDS);
        }
        return wanted;
    }
}
