package ma.jazari.institutes.exporting;

import org.jspecify.annotations.Nullable;

/**
 * An institute as the change feed gives it.
 *
 * @param state JSON on one line
 * @param lat degrees north, as JSON
 * @param lon degrees east, as JSON
 */
record Exported(String id, String state, @Nullable String lat, @Nullable String lon) {}
