package ma.jazari.platform.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import ma.jazari.platform.paging.Cursor;
import ma.jazari.platform.paging.FacetCount;
import ma.jazari.platform.paging.ListQuery;
import ma.jazari.platform.paging.Page;
import ma.jazari.platform.problem.Problem;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/**
 * Lists of records: filtered, searched in stages, in any order, a page at a time, with facets over all that match. With a
 * text and no order the best come first, and of what is as good the older.
 */
@ApplicationScoped
public class RecordSearch {

    private static final Pattern SCORE = Pattern.compile("[0-9]{1,6}(\\.[0-9]{1,6})?");

    private final EntityManager entities;
    private final SearchStages stages;

    RecordSearch(EntityManager entities, SearchStages stages) {
        this.entities = entities;
        this.stages = stages;
    }

    /**
     * A list that is asked for.
     *
     * @param text what is searched for; null for everything
     * @param order null for the default: by relevance with a text, else by id
     * @param facets names of facets of the table
     */
    public record Wanted<T>(
            RecordTable<T> table,
            SqlFilter filter,
            @Nullable String text,
            @Nullable SortOrder<T> order,
            List<String> facets,
            ListQuery page) {}

    /** @throws Problem 400 for a cursor of another list, an unknown facet, or a text that is too long */
    public <T> Page<T> find(Wanted<T> wanted) {
        checkFacets(wanted);
        var terms = SearchTerms.of(wanted.text() == null ? "" : wanted.text());
        if (terms.isEmpty()) {
            // A text without a letter or digit finds nothing.
            return wanted.text() == null || wanted.text().isBlank() ? page(wanted, null, null) : none(wanted);
        }
        var begun = stageOf(wanted);
        for (var stage : begun.map(List::of).orElseGet(() -> List.of(Stage.values()))) {
            var hits = stages.of(stage, terms);
            var page = hits.map(found -> page(wanted, stage, found));
            if (page.isPresent() && (begun.isPresent() || !page.get().items().isEmpty())) {
                return page.get();
            }
        }
        return none(wanted);
    }

    private static <T> Page<T> none(Wanted<T> wanted) {
        var facets = wanted.facets().isEmpty()
                ? null
                : wanted.facets().stream()
                        .distinct()
                        .collect(Collectors.toMap(name -> name, name -> List.<FacetCount>of()));
        return new Page<>(List.of(), null, wanted.page().wantsTotal() ? 0L : null, facets);
    }

    private <T> Page<T> page(Wanted<T> wanted, @Nullable Stage stage, @Nullable Hits hits) {
        var order = wanted.order() == null && hits == null ? SortOrder.<T>byId() : wanted.order();
        var filter = wanted.filter().copy();
        var after = Cursor.values(wanted.page().cursor, binding(wanted), width(stage != null, order));
        Cursor.reading(() -> after(new Place(after, wanted.table().ids()), stage, order, filter));
        var rows = read(wanted.table(), filter, hits, order, wanted.page().limit() + 1);
        var page = Page.of(
                rows,
                wanted.page().limit(),
                Row::record,
                row -> Cursor.after(binding(wanted), row.place(wanted.table(), stage, order)),
                wanted.page().wantsTotal() ? count(wanted, hits) : null);
        return new Page<>(page.items(), page.nextCursor(), page.total(), facets(wanted, hits));
    }

    /** How many values a cursor holds: the stage of a search, and where the order stands. */
    private static int width(boolean search, @Nullable SortOrder<?> order) {
        int place = order == null ? 3 : order.isById() ? 1 : 2;
        return (search ? 1 : 0) + place;
    }

    /** A cursor of a search begins with the stage that its page is of. */
    private static <T> Optional<Stage> stageOf(Wanted<T> wanted) {
        var values = Cursor.values(wanted.page().cursor, binding(wanted), width(true, wanted.order()));
        var stage = new AtomicReference<Stage>();
        Cursor.reading(() -> values.stream().findFirst().map(Stage::valueOf).ifPresent(stage::set));
        return Optional.ofNullable(stage.get());
    }

    private static String binding(Wanted<?> wanted) {
        var order = wanted.order();
        return wanted.table().name() + wanted.filter().binding() + "q" + wanted.text()
                + (order == null ? "" : order.column() + order.descending());
    }

    /** Where a page begins: the values of a cursor, the last of which is an id. */
    private record Place(List<String> values, RecordTable.Ids ids) {

        Object id() {
            return ids.read(values.getLast());
        }
    }

    private static <T> void after(Place begin, @Nullable Stage stage, @Nullable SortOrder<T> order, SqlFilter filter) {
        if (begin.values().isEmpty()) {
            return;
        }
        var values = begin.values();
        var place = stage == null ? values : values.subList(1, values.size());
        if (order == null) {
            filter.add(
                    "(h.score < :afterScore or h.score = :afterScore and (i.created_at, i.id) > (:afterTime, :afterId))",
                    Map.of(
                            "afterScore", score(place.getFirst()),
                            "afterTime", Cursor.instant(place.get(1)),
                            "afterId", begin.id()));
        } else if (order.isById()) {
            filter.add("i.id > :afterId", Map.of("afterId", begin.id()));
        } else {
            // A comparison of rows, which an index on both columns serves.
            filter.add(
                    "(i." + order.column() + ", i.id) " + (order.descending() ? "<" : ">") + " (:afterValue, :afterId)",
                    Map.of("afterValue", order.read().apply(place.getFirst()), "afterId", begin.id()));
        }
    }

    /** Not every number: one with a large exponent takes minutes to send. */
    private static BigDecimal score(String text) {
        if (!SCORE.matcher(text).matches()) {
            throw new IllegalArgumentException("no score: " + text);
        }
        return new BigDecimal(text);
    }

    @SuppressWarnings("unchecked")
    private <T> List<Row<T>> read(
            RecordTable<T> table, SqlFilter filter, @Nullable Hits hits, @Nullable SortOrder<T> order, int limit) {
        var score = hits == null ? "cast(0 as numeric)" : "h.score";
        var sql = with(hits) + "select i.*, " + score + " as search_score from " + from(table, hits) + " where "
                + filter.sql() + orderBy(order);
        var query = (NativeQuery<Tuple>) entities.createNativeQuery(sql, Tuple.class);
        query.addEntity("i", table.entity()).addScalar("search_score", BigDecimal.class);
        bind(query, filter, hits).setMaxResults(limit);
        return query.getResultList().stream()
                .map(tuple -> new Row<>((T) tuple.get(0), (BigDecimal) tuple.get(1)))
                .toList();
    }

    private static String with(@Nullable Hits hits) {
        return hits == null ? "" : "with hits as (" + hits.sql() + ") ";
    }

    private static String from(RecordTable<?> table, @Nullable Hits hits) {
        return hits == null
                ? table.name() + " i"
                : "hits h join " + table.name() + " i on i.id = " + table.ids().of("h.id");
    }

    private static String orderBy(@Nullable SortOrder<?> order) {
        if (order == null) {
            return " order by h.score desc, i.created_at, i.id";
        }
        var direction = order.descending() ? " desc" : "";
        return " order by " + (order.isById() ? "" : "i." + order.column() + direction + ", ") + "i.id" + direction;
    }

    private static <Q extends NativeQuery<?>> Q bind(Q query, SqlFilter filter, @Nullable Hits hits) {
        var parameters = new HashMap<>(filter.parameters());
        if (hits != null) {
            parameters.putAll(hits.parameters());
        }
        parameters.forEach(query::setParameter);
        return query;
    }

    private long count(Wanted<?> wanted, @Nullable Hits hits) {
        var sql = with(hits) + "select count(*) from " + from(wanted.table(), hits) + " where "
                + wanted.filter().sql();
        var query = (NativeQuery<?>) entities.createNativeQuery(sql, Long.class);
        return (long) bind(query, wanted.filter(), hits).getSingleResult();
    }

    private <T> @Nullable Map<String, List<FacetCount>> facets(Wanted<T> wanted, @Nullable Hits hits) {
        if (wanted.facets().isEmpty()) {
            return null;
        }
        var table = wanted.table();
        var chosen = new TreeMap<>(table.facets());
        chosen.keySet().retainAll(wanted.facets());
        var columns = chosen.values().stream()
                .flatMap(facet -> facet.columns().stream())
                .map("i."::concat)
                .distinct()
                .collect(Collectors.joining(", "));
        var counted = chosen.entrySet().stream()
                .map(facet -> "select '%s' as facet, value, count(*) as found from (%s) v (value) group by value"
                        .formatted(facet.getKey(), facet.getValue().sql()))
                .collect(Collectors.joining(" union all "));
        var matched = "select " + columns + " from " + from(table, hits) + " where "
                + wanted.filter().sql();
        var sql = (hits == null ? "with " : with(hits).stripTrailing() + ", ") + "matched as materialized (" + matched
                + ") select facet, value, found from (" + counted + ") f order by facet, found desc, value";
        var query = (NativeQuery<?>) entities.createNativeQuery(sql, Tuple.class);
        var facets = new TreeMap<String, List<FacetCount>>();
        wanted.facets().forEach(facet -> facets.put(facet, new ArrayList<>()));
        bind(query, wanted.filter(), hits);
        chosen.values().forEach(facet -> facet.parameters().forEach(query::setParameter));
        for (var row : query.getResultList()) {
            var tuple = (Tuple) row;
            facets.getOrDefault(tuple.get(0, String.class), new ArrayList<>())
                    .add(new FacetCount(
                            tuple.get(1, String.class),
                            tuple.get(2, Number.class).longValue()));
        }
        return facets;
    }

    private static void checkFacets(Wanted<?> wanted) {
        var known = wanted.table().facets().keySet();
        wanted.facets().stream()
                .filter(facet -> !known.contains(facet))
                .findFirst()
                .ifPresent(facet -> {
                    throw Problem.invalid(
                            "facets", "\"" + facet + "\" is not a facet; known are " + new TreeSet<>(known));
                });
    }

    private record Row<T>(T record, BigDecimal score) {

        List<String> place(RecordTable<T> table, @Nullable Stage stage, @Nullable SortOrder<T> order) {
            var place = new ArrayList<String>();
            if (stage != null) {
                place.add(stage.name());
            }
            if (order == null) {
                place.add(score.toPlainString());
                place.add(table.createdAt().apply(record).toString());
            } else if (!order.isById()) {
                place.add(order.text().apply(record));
            }
            place.add(table.id().apply(record));
            return place;
        }
    }
}
