package ma.jazari.platform.search;

import java.util.Map;

/**
 * SQL that finds records for a text.
 *
 * @param sql selects {@code id} and {@code score}, a numeric that is higher for what fits better
 * @param parameters by name
 */
record Hits(String sql, Map<String, Object> parameters) {}
