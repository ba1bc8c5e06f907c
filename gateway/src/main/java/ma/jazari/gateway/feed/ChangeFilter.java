package ma.jazari.gateway.feed;

import org.jspecify.annotations.Nullable;

/**
 * Which changes a reader wants, as it sent it; the services check it.
 *
 * @param types with commas between them; null for all
 * @param subjectIds ids of records with commas between them; null for all
 */
public record ChangeFilter(@Nullable String types, @Nullable String subjectIds) {

    public static final ChangeFilter ALL = new ChangeFilter(null, null);
}
