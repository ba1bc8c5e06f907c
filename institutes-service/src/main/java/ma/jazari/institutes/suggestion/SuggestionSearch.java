package ma.jazari.institutes.suggestion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import ma.jazari.institutes.institute.Institute;
import ma.jazari.institutes.institute.InstitutePolicy;
import ma.jazari.platform.id.PublicId;
import ma.jazari.platform.paging.ListQuery;
import ma.jazari.platform.paging.Page;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.query.Conditions;
import ma.jazari.platform.query.Keyset;
import ma.jazari.platform.query.Listing;
import ma.jazari.platform.security.Actor;
import ma.jazari.platform.security.Scope;
import org.jspecify.annotations.Nullable;

/** Finds the suggestions that a query asks for and its caller may see; every page starts from an index. */
@ApplicationScoped
class SuggestionSearch {

    private final SuggestionRepository suggestions;

    SuggestionSearch(SuggestionRepository suggestions) {
        this.suggestions = suggestions;
    }

    @Transactional
    Page<ChangeSuggestion> find(SuggestionQuery query, Actor actor) {
        var conditions = new Conditions();
        visible(conditions, actor);
        if (ListQuery.flag("mine", query.mine)) {
            conditions.add("proposerSub = :me", Map.of("me", String.valueOf(actor.sub())));
        }
        conditions.anyOf("status", ListQuery.anyOf("status", query.status, SuggestionStatus.class));
        conditions.anyOf("instituteId", institutes(query.instituteId));
        return Listing.page(suggestions, conditions, order(query.sort).withUuids(), query);
    }

    private static void visible(Conditions conditions, Actor actor) {
        if (!actor.seesEverything()) {
            var own = actor.scopes().stream()
                    .filter(scope -> scope.type().equals(InstitutePolicy.SUBJECT))
                    .map(Scope::id)
                    .sorted()
                    .toList();
            conditions.add(
                    "(proposerSub = :caller or instituteId in :own)",
                    Map.of("caller", String.valueOf(actor.sub()), "own", own));
        }
    }

    private static List<String> institutes(@Nullable String filter) {
        var ids = ListQuery.anyOf(filter);
        if (!ids.stream().allMatch(id -> PublicId.isWellFormed(Institute.ID_PREFIX, id))) {
            throw Problem.invalid("instituteId", "must be ids of institutes such as j4k7xq236, comma for OR");
        }
        return ids;
    }

    private static Keyset<ChangeSuggestion> order(@Nullable String sort) {
        return switch (Objects.requireNonNullElse(sort, "createdAt")) {
            case "createdAt" -> byTime(false);
            case "-createdAt" -> byTime(true);
            default -> throw Problem.invalid("sort", "must be one of createdAt, -createdAt");
        };
    }

    private static Keyset<ChangeSuggestion> byTime(boolean descending) {
        return new Keyset<>(
                "createdAt", descending, Instant::parse, row -> row.createdAt().toString(), ChangeSuggestion::id);
    }
}
