package ma.jazari.platform.exporting;

import org.jspecify.annotations.Nullable;

/**
 * A record as the change feed gives it.
 *
 * @param state JSON on one line
 * @param lat degrees north, as JSON
 * @param lon degrees east, as JSON
 */
public record Exported(String id, String state, @Nullable String lat, @Nullable String lon) {}
