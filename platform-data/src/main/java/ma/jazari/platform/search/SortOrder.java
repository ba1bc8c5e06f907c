package ma.jazari.platform.search;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
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

    private static final int LAST_YEAR = 9999;

    public static <T> SortOrder<T> byId() {
        return new SortOrder<>("id", false, same -> same, row -> "");
    }

    public static <T> SortOrder<T> byInstant(String column, boolean descending, Function<T, Instant> value) {
        return new SortOrder<>(
                column, descending, Cursor::instant, row -> value.apply(row).toString());
    }

    public static <T> SortOrder<T> byDay(String column, boolean descending, Function<T, LocalDate> value) {
        return new SortOrder<>(
                column, descending, SortOrder::day, row -> value.apply(row).toString());
    }

    /** @throws DateTimeException if it is none that a database keeps */
    private static LocalDate day(String text) {
        var day = LocalDate.parse(text);
        if (day.getYear() < 1 || day.getYear() > LAST_YEAR) {
            throw new DateTimeException("beyond what is kept: " + day);
        }
        return day;
    }

    public static <T> SortOrder<T> byText(String column, boolean descending, Function<T, String> value) {
        return new SortOrder<>(column, descending, same -> same, value);
    }

    boolean isById() {
        return column.equals("id");
    }
}
