package ma.jazari.platform.search;

import java.time.Instant;
import java.util.function.Function;
import ma.jazari.platform.paging.Cursor;

/**
 * An order of rows in which every page starts where the one before ended, however deep: by a column and then by id.
 *
 * @param column of the record's table; {@code id} for the id alone
 * @param read the value of the column from its text in a cursor
 * @param text of a row's value
 */
public record SortOrder<T>(String column, boolean descending, Function<String, Object> read, Function<T, String> text) {

    public static <T> SortOrder<T> byId() {
        return new SortOrder<>("id", false, same -> same, row -> "");
    }

    public static <T> SortOrder<T> byInstant(String column, boolean descending, Function<T, Instant> value) {
        return new SortOrder<>(
                column, descending, Cursor::instant, row -> value.apply(row).toString());
    }

    public static <T> SortOrder<T> byText(String column, boolean descending, Function<T, String> value) {
        return new SortOrder<>(column, descending, same -> same, value);
    }

    boolean isById() {
        return column.equals("id");
    }
}
