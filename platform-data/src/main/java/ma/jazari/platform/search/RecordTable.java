package ma.jazari.platform.search;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A table of records that can be searched, with {@code id} and {@code created_at}. In conditions and facets its alias is
 * {@code i}.
 *
 * @param entity what a row is read as
 * @param facets what records can be counted by, by name
 * @param ids what the ids are to the database
 */
public record RecordTable<T>(
        Class<T> entity,
        String name,
        Function<T, String> id,
        Function<T, Instant> createdAt,
        Map<String, Facet> facets,
        Ids ids) {

    /** A table whose ids are text. */
    public RecordTable(
            Class<T> entity,
            String name,
            Function<T, String> id,
            Function<T, Instant> createdAt,
            Map<String, Facet> facets) {
        this(entity, name, id, createdAt, facets, Ids.TEXT);
    }

    /** What an id is to the database; where documents are kept for search, it is always text. */
    public enum Ids {
        TEXT,
        /** Then every document of the service is of a record whose id is a UUID. */
        UUID;

        /** @throws IllegalArgumentException for text that is no id */
        Object read(String text) {
            return switch (this) {
                case TEXT -> text;
                case UUID -> java.util.UUID.fromString(text);
            };
        }

        /** The id of a document as the table has it. */
        String of(String documentId) {
            return switch (this) {
                case TEXT -> documentId;
                case UUID -> "cast(" + documentId + " as uuid)";
            };
        }
    }

    /**
     * What records can be counted by.
     *
     * @param columns what it needs of a record
     * @param sql over the records {@code i} that match, with those columns; selects one column, a value for each record
     *     that has it
     * @param parameters of the SQL; where the list's filter has one of the same name, it is the same
     */
    public record Facet(List<String> columns, String sql, Map<String, Object> parameters) {

        /** By one column, or what follows from it. */
        public Facet(String column, String sql) {
            this(List.of(column), sql, Map.of());
        }

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
