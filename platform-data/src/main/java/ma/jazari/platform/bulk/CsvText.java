package ma.jazari.platform.bulk;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.jazari.platform.text.WrittenText;

/** How text stands in a cell. */
public final class CsvText {

    private static final char SEPARATOR = ';';
    private static final char ESCAPE = '\\';
    // What a spreadsheet would carry out as a formula when it opens the file gets an apostrophe before it.
    private static final Pattern WOULD_BE_FORMULA = Pattern.compile("'*[=+\\-@\\t\\r].*", Pattern.DOTALL);
    private static final Pattern WAS_FORMULA = Pattern.compile("'+[=+\\-@\\t\\r].*", Pattern.DOTALL);

    private CsvText() {}

    public static String write(String value) {
        return WOULD_BE_FORMULA.matcher(value).matches() ? "'" + value : value;
    }

    public static String read(String cell) {
        // As JSON is read, so that what a cell says can be held against what is stored.
        var text = WrittenText.of(cell);
        return WAS_FORMULA.matcher(text).matches() ? text.substring(1) : text;
    }

    /** Values in one cell, with semicolons between them; a semicolon of a value has a backslash before it. */
    public static String join(Stream<String> values) {
        return values.map(value -> value.replace("\\", "\\\\").replace(";", "\\;"))
                .collect(Collectors.joining(String.valueOf(SEPARATOR)));
    }

    public static List<String> split(String cell) {
        var values = new ArrayList<String>();
        var value = new StringBuilder();
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c == ESCAPE && i + 1 < cell.length()) {
                value.append(cell.charAt(++i));
            } else if (c == SEPARATOR) {
                values.add(value.toString().strip());
                value.setLength(0);
            } else {
                value.append(c);
            }
        }
        values.add(value.toString().strip());
        return values.stream().filter(text -> !text.isEmpty()).toList();
    }
}
