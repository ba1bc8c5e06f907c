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
    // Where a spreadsheet may take a cell to begin: in some languages they split at semicolons or tabs, and a quote
    // that
    // is not the first of a cell does not keep them from it.
    private static final String BEGINNING = "(?<![^;\\t\\r\\n])";
    // What it would carry out as a formula, full-width forms among it, quotes before it or not. An apostrophe before
    // that
    // makes it text. Apostrophes are counted among what may stand before, so that one can be taken away again.
    private static final String FORMULA = "['\" ]*+[=+\\-@＝＋－＠]";
    private static final Pattern WOULD_BE_FORMULA = Pattern.compile(BEGINNING + "(?=" + FORMULA + ")");
    private static final Pattern WAS_FORMULA = Pattern.compile(BEGINNING + "'(?=" + FORMULA + ")");

    private CsvText() {}

    public static String write(String value) {
        return WOULD_BE_FORMULA.matcher(value).replaceAll("'");
    }

    public static String read(String cell) {
        // As JSON is read, so that what a cell says can be held against what is stored.
        return WAS_FORMULA.matcher(WrittenText.of(cell)).replaceAll("");
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
