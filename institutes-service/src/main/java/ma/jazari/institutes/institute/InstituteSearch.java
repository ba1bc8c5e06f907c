package ma.jazari.institutes.institute;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ma.jazari.institutes.competency.CompetencyLevel;
import ma.jazari.platform.paging.ListQuery;
import ma.jazari.platform.paging.Page;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.search.RecordSearch;
import ma.jazari.platform.search.RecordTable;
import ma.jazari.platform.search.RecordTable.Facet;
import ma.jazari.platform.search.SortOrder;
import ma.jazari.platform.search.SqlFilter;
import ma.jazari.platform.security.Actor;
import ma.jazari.platform.security.Scope;
import ma.jazari.platform.time.AsOf;
import org.jspecify.annotations.Nullable;

/** Finds the institutes that a query asks for and its caller may see; every page starts from an index. */
@ApplicationScoped
public class InstituteSearch {

    /** The table of institutes, and what they can be counted by. */
    public static final RecordTable<Institute> INSTITUTES = new RecordTable<>(
            Institute.class,
            "institute",
            Institute::id,
            Institute::createdAt,
            Map.of(
                    "kind", Facet.of("kind"),
                    "status", Facet.of("status"),
                    "region", Facet.of("region"),
                    "mission", Facet.ofEach("missions"),
                    "focusArea", Facet.ofEach("focus_areas"),
                    "competency",
                            new Facet(
                                    "id",
                                    "select c.field from (select distinct c.institute_id, c.field from matched i"
                                            + " join institute_competency c on c.institute_id = i.id) c")));

    private static final int MAX_IDS = 200;

    private final RecordSearch search;

    InstituteSearch(RecordSearch search) {
        this.search = search;
    }

    /** A page of institutes, not yet in the form in which a caller sees them. */
    @Transactional
    public Page<Institute> find(InstituteQuery wanted, InstituteListQuery query, Actor actor) {
        return search.find(new RecordSearch.Wanted<>(
                INSTITUTES, filter(wanted, actor), query.q, order(query.sort), ListQuery.anyOf(query.facets), query));
    }

    /** The conditions, and that the caller may see what they find. */
    public static SqlFilter filter(InstituteQuery wanted, Actor actor) {
        var filter = visible(actor);
        filter.anyOf("i.status", ListQuery.anyOf("status", wanted.status, InstituteStatus.class));
        filter.anyOf("i.kind", ListQuery.anyOf("kind", wanted.kind, InstituteKind.class));
        filter.anyOf("i.region", Region.anyOf(wanted.region));
        filter.anyOf("i.parent_id", ListQuery.anyOf(wanted.parentId));
        filter.anyOf("i.id", ids(wanted.ids));
        filter.overlaps("i.missions", ListQuery.anyOf("mission", wanted.mission, Mission.class));
        filter.overlaps("i.focus_areas", ListQuery.anyOf(wanted.focusArea));
        competency(filter, wanted);
        if (wanted.updatedSince != null) {
            filter.add("i.updated_at >= :since", Map.of("since", AsOf.since("updatedSince", wanted.updatedSince)));
        }
        return filter;
    }

    /** Institutes that the caller may see. */
    public static SqlFilter visible(Actor actor) {
        var filter = new SqlFilter();
        if (!actor.seesEverything()) {
            var own = actor.scopes().stream().map(Scope::id).sorted().toArray(String[]::new);
            var published = SqlFilter.texts(InstituteStatus.published());
            filter.add(
                    own.length == 0
                            ? "i.status = any (:published)"
                            : "(i.status = any (:published) or i.id = any (:own))",
                    own.length == 0 ? Map.of("published", published) : Map.of("published", published, "own", own));
        }
        return filter;
    }

    /** Institutes that work now. */
    public static SqlFilter working() {
        var filter = new SqlFilter();
        filter.anyOf("i.status", List.of(InstituteStatus.ACTIVE, InstituteStatus.SUSPENDED));
        return filter;
    }

    /** Who has what: one competency of the institute meets both conditions. */
    private static void competency(SqlFilter filter, InstituteQuery wanted) {
        var fields = ListQuery.anyOf(wanted.competency);
        var levels = ListQuery.anyOf("level", wanted.level, CompetencyLevel.class);
        if (fields.isEmpty() && levels.isEmpty()) {
            return;
        }
        var values = new HashMap<String, Object>();
        var sql = new StringBuilder("exists (select from institute_competency c where c.institute_id = i.id");
        if (!fields.isEmpty()) {
            sql.append(" and c.field = any (:competency)");
            values.put("competency", SqlFilter.texts(fields));
        }
        if (!levels.isEmpty()) {
            sql.append(" and c.level = any (:level)");
            values.put("level", SqlFilter.texts(levels));
        }
        filter.add(sql.append(')').toString(), values);
    }

    private static @Nullable SortOrder<Institute> order(@Nullable String sort) {
        return switch (sort) {
            case null -> null;
            case "id" -> SortOrder.byId();
            case "updatedAt" -> SortOrder.byInstant("updated_at", false, Institute::updatedAt);
            case "-updatedAt" -> SortOrder.byInstant("updated_at", true, Institute::updatedAt);
            case "name" -> SortOrder.byText("sort_name", false, Institute::sortName);
            case "-name" -> SortOrder.byText("sort_name", true, Institute::sortName);
            default -> throw Problem.invalid("sort", "must be one of id, updatedAt, -updatedAt, name, -name");
        };
    }

    private static List<String> ids(@Nullable String ids) {
        var wanted = ListQuery.anyOf(ids);
        if (wanted.size() > MAX_IDS) {
            throw Problem.invalid("ids", "must be at most " + MAX_IDS);
        }
        return Arrays.asList(SqlFilter.texts(wanted));
    }
}
