package ma.jazari.platform.search;

import java.time.Instant;
import java.util.Map;
import java.util.function.Function;

/**
 * A table of records that can be searched, with {@code id} and {@code created_at}. In conditions and facets its alias is
 * {@code i}.
 *
 * @param entity what a row is read as
 * @param facets what records can be counted by, by name
 */
public record RecordTable<T>(
        Class<T> entity,
        String name,
        Function<T, String> id,
        Function<T, Instant> createdAt,
        Map<String, Facet> facets) {

    /**
     * What records can be counted by.
     *
     * @param column what it needs of a record
     * @param sql over the records {@code i} that match, with that column; selects one column, a value for each record
     *     that has it
     */
    public record Facet(String column, String sql) {

        /** By the value of a column. */
        public static Facet of(String column) {
            return new Facet(column, "select i." + column + " from matched i");
        }

        /** By each value of an array column. */
        public static Facet ofEach(String column) {
            return new Facet(column, "select unnest(i." + column + ") from matched i");
        }
    }
}
