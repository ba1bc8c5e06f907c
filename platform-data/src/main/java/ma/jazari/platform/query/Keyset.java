package ma.jazari.platform.query;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import ma.jazari.platform.id.Uuids;

/**
 * An order of a list in which every page starts where the one before ended, however deep: by a field and then by id, so
 * that no two rows stand at the same place.
 *
 * @param field the property to sort by, {@code id} for the id alone
 * @param read the value of the field from its text in a cursor
 * @param text the text of a row's value
 * @param readId the id from its text in a cursor
 */
public record Keyset<T>(
        String field,
        boolean descending,
        Function<String, Object> read,
        Function<T, String> text,
        Function<T, String> id,
        Function<String, Object> readId) {

    /** An order of rows whose ids are text. */
    public Keyset(
            String field,
            boolean descending,
            Function<String, Object> read,
            Function<T, String> text,
            Function<T, String> id) {
        this(field, descending, read, text, id, same -> same);
    }

    /** The same order, of rows whose ids are UUIDs. */
    public Keyset<T> withUuids() {
        return new Keyset<>(field, descending, read, text, id, Uuids::checked);
    }

    /** By id alone. */
    public static <T> Keyset<T> byId(Function<T, String> id) {
        return new Keyset<>("id", false, text -> text, id, id);
    }

    /** How many values a cursor holds. */
    public int width() {
        return isById() ? 1 : 2;
    }

    /** The HQL of the order. */
    public String orderBy() {
        var direction = descending ? " desc" : "";
        return " order by " + (isById() ? "" : field + direction + ", ") + "id" + direction;
    }

    /** Keeps the rows after the one that the values are of. */
    public void after(List<String> values, Conditions conditions) {
        if (values.isEmpty()) {
            return;
        }
        var than = descending ? " < " : " > ";
        if (isById()) {
            conditions.add("id" + than + ":afterId", Map.of("afterId", readId.apply(values.getFirst())));
        } else {
            conditions.add(
                    // The first comparison is the one that an index can start from.
                    field + than.strip() + "= :afterValue and (" + field + than + ":afterValue or id" + than
                            + ":afterId)",
                    Map.of("afterId", readId.apply(values.getFirst()), "afterValue", read.apply(values.getLast())));
        }
    }

    /** What a cursor holds of a row. */
    public List<String> values(T row) {
        return isById() ? List.of(id.apply(row)) : List.of(id.apply(row), text.apply(row));
    }

    private boolean isById() {
        return field.equals("id");
    }
}
