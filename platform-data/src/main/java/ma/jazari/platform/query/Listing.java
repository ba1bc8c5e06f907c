package ma.jazari.platform.query;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import ma.jazari.platform.paging.Cursor;
import ma.jazari.platform.paging.ListQuery;
import ma.jazari.platform.paging.Page;

/** Reads one page of a list of records. */
public final class Listing {

    private Listing() {}

    /** The page that the query asks for, among the rows that the conditions keep. */
    public static <T> Page<T> page(
            PanacheRepositoryBase<T, ?> repository, Conditions conditions, Keyset<T> order, ListQuery query) {
        var total = query.wantsTotal() ? repository.count(conditions.hql(), conditions.parameters()) : null;
        var binding = conditions.binding() + order.orderBy();
        var after = Cursor.values(query.cursor, binding, order.width());
        Cursor.reading(() -> order.after(after, conditions));
        var rows = repository
                .find(conditions.hql() + order.orderBy(), conditions.parameters())
                .range(0, query.limit())
                .list();
        return Page.of(rows, query.limit(), row -> row, row -> Cursor.after(binding, order.values(row)), total);
    }
}
