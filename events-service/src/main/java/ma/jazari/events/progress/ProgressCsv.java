package ma.jazari.events.progress;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import ma.jazari.platform.bulk.CsvText;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * Progress as CSV (RFC 4180): a row for each figure. Each says which indicator it is of and as of when, so that rows of several
 * files can stand in one table.
 */
final class ProgressCsv {

    private static final List<String> COLUMNS = List.of(
            "programme",
            "indicator",
            "title",
            "unit",
            "asOf",
            "baseline",
            "target",
            "targetDate",
            "dimension",
            "value",
            "total",
            "verified",
            "reported",
            "level",
            "share",
            "expected",
            "measurements",
            "projectedAtTargetDate",
            "projectedToReachOn");

    private final ProgressResponse progress;

    private ProgressCsv(ProgressResponse progress) {
        this.progress = progress;
    }

    static String of(ProgressResponse progress) {
        var out = new StringBuilder();
        try (var printer = new CSVPrinter(out, CSVFormat.RFC4180)) {
            printer.printRecord(COLUMNS);
            var csv = new ProgressCsv(progress);
            for (var indicator : progress.indicators()) {
                for (var row : csv.rows(indicator)) {
                    printer.printRecord(row);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    /** What the file is called: the programme and the day that the figures are of. */
    static String fileName(ProgressResponse progress) {
        return progress.code() + "-" + progress.day() + ".csv";
    }

    private List<List<String>> rows(IndicatorProgress of) {
        return Stream.of(
                        Stream.of(whole(of)),
                        of.series().stream().map(each -> period(of, each)),
                        of.byInstitute().stream().map(each -> institute(of, each)),
                        of.byRegion().stream().map(each -> region(of, each)))
                .flatMap(rows -> rows)
                .toList();
    }

    private List<String> whole(IndicatorProgress of) {
        var projection = of.projection();
        return row(
                of,
                "total",
                null,
                of.total(),
                of.verified().total(),
                of.reported().total(),
                of.level(),
                of.share(),
                of.expected(),
                of.measurements(),
                projection == null ? null : projection.atTargetDate(),
                projection == null ? null : projection.reachesTargetOn());
    }

    private List<String> period(IndicatorProgress of, IndicatorProgress.SeriesItem each) {
        return row(
                of,
                "period",
                each.period(),
                each.total(),
                each.verified(),
                each.reported(),
                each.level(),
                null,
                each.expected(),
                each.measurements());
    }

    private List<String> institute(IndicatorProgress of, IndicatorProgress.InstituteFigures each) {
        return part(
                of,
                "institute",
                each.instituteId(),
                each.total(),
                each.verified(),
                each.reported(),
                each.measurements());
    }

    private List<String> region(IndicatorProgress of, IndicatorProgress.RegionFigures each) {
        return part(of, "region", each.region(), each.total(), each.verified(), each.reported(), each.measurements());
    }

    /** Of whom nothing is expected apart from the others. */
    private List<String> part(
            IndicatorProgress of,
            String kind,
            @Nullable String id,
            @Nullable String total,
            @Nullable String verified,
            @Nullable String reported,
            long measurements) {
        return row(of, kind, id, total, verified, reported, null, null, null, measurements);
    }

    /** What the row is of, then its own cells, then as many empty ones as are left. A negative number is no formula. */
    private List<String> row(IndicatorProgress of, @Nullable Object... own) {
        var cells = new ArrayList<String>();
        cells.add(CsvText.write(progress.code()));
        cells.add(CsvText.write(of.key()));
        cells.add(CsvText.write(of.displayTitle()));
        cells.add(CsvText.write(of.unit()));
        cells.add(progress.asOf().toString());
        cells.add(of.baseline());
        cells.add(of.target());
        cells.add(of.targetDate().toString());
        for (var cell : own) {
            cells.add(cell == null ? "" : cell.toString());
        }
        cells.addAll(Collections.nCopies(COLUMNS.size() - cells.size(), ""));
        return cells;
    }
}
