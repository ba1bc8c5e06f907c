package ma.jazari.events.programme;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import ma.jazari.platform.paging.Cursor;
import ma.jazari.platform.paging.ListQuery;
import ma.jazari.platform.paging.Page;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.query.Conditions;
import ma.jazari.platform.query.Keyset;
import ma.jazari.platform.query.Listing;
import ma.jazari.platform.security.Actor;
import org.jspecify.annotations.Nullable;

/** Finds the programmes that a query asks for and its caller may see. */
@ApplicationScoped
class ProgrammeSearch {

    private static final String ROOTS = "none";
    private static final UUID NOBODY = new UUID(0, 0);

    private final ProgrammeRepository programmes;

    ProgrammeSearch(ProgrammeRepository programmes) {
        this.programmes = programmes;
    }

    Page<Programme> find(ProgrammeQuery query, Actor actor) {
        var conditions = new Conditions();
        if (!actor.seesEverything()) {
            conditions.add("status <> :hidden", Map.of("hidden", ProgrammeStatus.PLANNED));
        }
        conditions.anyOf("status", ListQuery.anyOf("status", query.status, ProgrammeStatus.class));
        conditions.anyOf("leadInstituteId", ListQuery.anyOf(query.institute));
        conditions.words("searchText", query.q);
        if (query.parent != null) {
            under(conditions, query.parent);
        }
        return Listing.page(programmes, conditions, order(query.sort).withUuids(), query);
    }

    private void under(Conditions conditions, String parent) {
        if (parent.equals(ROOTS)) {
            conditions.add("parentId is null", Map.of());
        } else {
            conditions.add(
                    "parentId = :parent", Map.of("parent", programmes.id(parent).orElse(NOBODY)));
        }
    }

    private static Keyset<Programme> order(@Nullable String sort) {
        return switch (Objects.requireNonNullElse(sort, "code")) {
            case "code" -> byCode(false);
            case "-code" -> byCode(true);
            case "id" -> Keyset.byId(Programme::id);
            case "updatedAt" -> byChange(false);
            case "-updatedAt" -> byChange(true);
            default -> throw Problem.invalid("sort", "must be one of code, -code, id, updatedAt, -updatedAt");
        };
    }

    private static Keyset<Programme> byCode(boolean descending) {
        return new Keyset<>("code", descending, text -> text, Programme::code, Programme::id);
    }

    private static Keyset<Programme> byChange(boolean descending) {
        return new Keyset<>(
                "updatedAt", descending, Cursor::instant, row -> row.updatedAt().toString(), Programme::id);
    }
}
