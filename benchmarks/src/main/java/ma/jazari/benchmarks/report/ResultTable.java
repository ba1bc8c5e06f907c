package ma.jazari.benchmarks.report;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A section as text for a terminal of 120 columns. */
public final class ResultTable {

    private static final double MANY = 100;
    private static final double SOME = 10;

    private ResultTable() {}

    public static String of(Section section) {
        var text = new StringBuilder("\n")
                .append(section.title())
                .append("\n  floor: ")
                .append(section.floor())
                .append('\n');
        append(text, "", "", "figure", "floor", "ratio", "difference", "unit", "rounds");
        var above = "";
        for (var line : section.lines()) {
            append(
                    text,
                    line.measure().equals(above) ? "" : line.measure(),
                    line.metric(),
                    number(line.figure()),
                    number(line.floor()),
                    ratio(line.ratio()),
                    signed(line.difference()),
                    line.unit(),
                    spread(line.spread()));
            above = line.measure();
        }
        return text.toString();
    }

    private static void append(StringBuilder text, Object... columns) {
        var row = String.format(Locale.ROOT, "  %-26s %-11s %10s %10s %8s %10s  %-4s %s", columns);
        text.append(row.stripTrailing()).append('\n');
    }

    static String number(@Nullable Double value) {
        if (value == null) {
            return "-";
        }
        return String.format(Locale.ROOT, format(Math.abs(value)), value);
    }

    /** Three digits that say something, and all digits of what is large. */
    private static String format(double size) {
        if (size >= MANY) {
            return "%,.0f";
        }
        return size >= SOME ? "%.1f" : size >= 1 ? "%.2f" : "%.3f";
    }

    private static String signed(@Nullable Double value) {
        return value == null ? "-" : (value < 0 ? "" : "+") + number(value);
    }

    private static String ratio(@Nullable Double value) {
        return value == null ? "-" : "x " + number(value);
    }

    private static String spread(Line.@Nullable Spread spread) {
        return spread == null ? "" : number(spread.lowest()) + " to " + number(spread.highest());
    }
}
