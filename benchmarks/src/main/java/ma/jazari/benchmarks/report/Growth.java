package ma.jazari.benchmarks.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How figures change while the registry grows: a row for each size. */
public record Growth(List<AtSize> sizes) {

    /**
     * One figure.
     *
     * @param head and unit, the two lines above the column
     */
    record Column(String head, String unit, String measure, String metric) {}

    static final List<Column> COLUMNS = List.of(
            new Column("q", "p95 ms", "q", "p95"),
            new Column("match", "p95 ms", "match", "p95"),
            new Column("suggest", "p95 ms", "suggest", "p95"),
            new Column("by id", "p95 ms", "by id", "p95"),
            new Column("1st page", "p95 ms", "first page", "p95"),
            new Column("deep page", "p95 ms", "deep page", "p95"),
            new Column("deep page", "number", "deep page", "number"),
            new Column("facets", "p95 ms", "facets", "p95"),
            new Column("import", "lines/s", "import", "records"),
            new Column("export", "MB/s", "export", "data"),
            new Column("service", "MiB", "institutes-service", "memory"),
            new Column("database", "MiB", "database", "disk"));

    public Growth {
        sizes = List.copyOf(sizes);
    }

    /** The growth for people: columns aligned at the right. */
    public String table() {
        var text = new StringBuilder("\nGrowth\n");
        text.append(row("", COLUMNS.stream().map(Column::head).toList()));
        text.append(row("institutes", COLUMNS.stream().map(Column::unit).toList()));
        for (var size : sizes) {
            text.append(row(
                    String.format(Locale.ROOT, "%,d", size.records()),
                    COLUMNS.stream().map(column -> figure(size, column)).toList()));
        }
        return text.toString();
    }

    private static String figure(AtSize size, Column column) {
        return size.figure(column.measure(), column.metric())
                .map(ResultTable::number)
                .orElse("-");
    }

    private static String row(String first, List<String> others) {
        return String.format(Locale.ROOT, "  %10s", first)
                + others.stream()
                        .map(cell -> String.format(Locale.ROOT, " %9s", cell))
                        .collect(Collectors.joining())
                + "\n";
    }
}
