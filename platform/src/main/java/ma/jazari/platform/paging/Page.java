package ma.jazari.platform.paging;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import ma.jazari.platform.http.Localized;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items in the order of the list's sort
 * @param nextCursor where the next page begins; its absence is the only sign of the end
 * @param total how many there are in all, only when asked for with {@code total=true}
 * @param facets how many of all there are for each value of what {@code facets=} names, the most frequent first
 */
public record Page<T>(
        List<T> items,
        @Schema(description = "Where the next page begins; absent on the last one", examples = "eyJmIjoiM2E5ZiJ9")
                @Nullable String nextCursor,
        @Schema(description = "How many there are in all; only with total=true", examples = "57") @Nullable Long total,
        @Schema(
                        description =
                                "For each of the facets that were asked for, its values and how many items have them",
                        examples = "{\"region\": [{\"value\": \"MA-03\", \"count\": 12}]}")
                @Nullable Map<String, List<FacetCount>> facets)
        implements Localized {

    /** A page of a list that was not asked for facets. */
    public Page(List<T> items, @Nullable String nextCursor, @Nullable Long total) {
        this(items, nextCursor, total, null);
    }

    /** The rows as a page: one row more than the limit was read, to see whether there is a next page. */
    public static <R, T> Page<T> of(
            List<R> rows, int limit, Function<R, T> item, Function<R, String> cursor, @Nullable Long total) {
        boolean more = rows.size() > limit;
        var shown = more ? rows.subList(0, limit) : rows;
        return new Page<>(shown.stream().map(item).toList(), more ? cursor.apply(shown.getLast()) : null, total);
    }

    public <S> Page<S> with(List<S> others) {
        return new Page<>(others, nextCursor, total, facets);
    }

    @Override
    @JsonIgnore
    public @Nullable String contentLanguage() {
        var languages = items.stream()
                .map(item -> item instanceof Localized localized ? localized.contentLanguage() : null)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return languages.isEmpty() ? null : languages;
    }
}
