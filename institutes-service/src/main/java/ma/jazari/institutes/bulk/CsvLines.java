package ma.jazari.institutes.bulk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ma.jazari.platform.bulk.CsvText;
import ma.jazari.platform.bulk.Limits;
import ma.jazari.platform.bulk.PhysicalLines;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.problem.Violations;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.jspecify.annotations.Nullable;

/**
 * A file of comma-separated values (RFC 4180) with a header. Records are told apart by their line ends outside of
 * quotes and then parsed one by one, so that a record that is wrong does not spoil the next.
 */
final class CsvLines implements Lines {

    private final PhysicalLines lines;
    private final int longest;
    private final List<Column> header;

    CsvLines(InputStream in, Limits limits) throws IOException {
        this.lines = new PhysicalLines(in, limits.lineBytes());
        this.longest = limits.lineBytes();
        this.header = readHeader();
    }

    private List<Column> readHeader() throws IOException {
        var line = lines.next();
        if (line == null || line.text() == null || line.isBlank()) {
            throw Problem.invalid("", "the first line must name the columns, of " + Column.NAMES);
        }
        var names = header(line.text());
        var violations = new Violations();
        var columns = new LinkedHashMap<String, Column>();
        for (var name : names) {
            Column.named(name.strip())
                    .ifPresentOrElse(
                            column -> {
                                if (columns.put(column.header(), column) != null) {
                                    violations.add(name, "is there twice");
                                }
                            },
                            () -> violations.add(name, "is not a column; known are " + Column.NAMES));
        }
        violations.throwIfAny();
        return List.copyOf(columns.values());
    }

    private static List<String> header(String line) {
        try {
            return parse(line);
        } catch (IOException e) {
            throw Problem.invalid("", "the header is not a record of RFC 4180: look for a quote that stands alone");
        }
    }

    @Override
    public @Nullable Line next() throws IOException {
        var first = lines.next();
        while (first != null && first.isBlank()) {
            first = lines.next();
        }
        return first == null ? null : read(first);
    }

    private Line read(PhysicalLines.Physical first) throws IOException {
        if (first.text() == null) {
            return Line.unreadable(first, longest);
        }
        var text = new StringBuilder(first.text());
        int bytes = first.bytes();
        long last = first.number();
        boolean open = endsInQuotes(first.text(), false);
        while (open) {
            var more = lines.next();
            last = more == null ? last : more.number();
            if (more == null || more.text() == null || bytes + more.bytes() > longest) {
                return Line.refused(
                        first.number(),
                        bytes,
                        "has a quoted value that is not closed, or is too long; it was read up to line " + last);
            }
            text.append('\n').append(more.text());
            bytes += more.bytes();
            open = endsInQuotes(more.text(), true);
        }
        return record(first.number(), bytes, text.toString());
    }

    /**
     * Whether a quoted value goes on in the next line. A quote opens one only where a value begins; inside of one it is
     * written as two, and elsewhere it is a character like others.
     */
    private static boolean endsInQuotes(String line, boolean openBefore) {
        boolean open = openBefore;
        boolean begins = !openBefore;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && (open || begins)) {
                boolean isEscaped = open && i + 1 < line.length() && line.charAt(i + 1) == '"';
                i += isEscaped ? 1 : 0;
                open = isEscaped || !open;
                begins = false;
            } else {
                begins = c == ',' && !open;
            }
        }
        return open;
    }

    private Line record(long number, int bytes, String text) {
        List<String> values;
        try {
            values = parse(text);
        } catch (IOException e) {
            return Line.refused(number, bytes, "is not a record of RFC 4180: look for a quote that stands alone");
        }
        if (values.size() != header.size()) {
            return Line.refused(number, bytes, "has " + values.size() + " values for " + header.size() + " columns");
        }
        var cells = cells(values);
        var violations = new Violations();
        var content = CsvContent.of(cells, violations);
        return new Line(number, bytes, content, violations.all());
    }

    private Map<Column, String> cells(List<String> values) {
        var cells = new EnumMap<Column, String>(Column.class);
        for (int i = 0; i < header.size(); i++) {
            cells.put(header.get(i), CsvText.read(values.get(i)));
        }
        return cells;
    }

    private static List<String> parse(String record) throws IOException {
        try (var parser = CSVParser.parse(record, CSVFormat.RFC4180)) {
            var values = new ArrayList<String>();
            parser.getRecords().forEach(row -> values.addAll(row.toList()));
            return values;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
