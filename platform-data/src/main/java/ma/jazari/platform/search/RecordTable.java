package ma.jazari.platform.search;

import java.time.Instant;
import java.util.Map;
import java.util.function.Function;

/**
 * A table of records that can be searched, with {@code id} and {@code created_at}. In conditions and facets its alias is
 * {@code i}.
 *
 * @param entity what a row is read as
 * @param facets by name, SQL over the rows {@code i} that match (with the columns of {@code facetColumns}); selects one
 *     column, a value for each record that has it
 * @param facetColumns what the facets need of a row, {@code id} among it
 */
public record RecordTable<T>(
        Class<T> entity,
        String name,
        Function<T, String> id,
        Function<T, Instant> createdAt,
        Map<String, String> facets,
        String facetColumns) {}
