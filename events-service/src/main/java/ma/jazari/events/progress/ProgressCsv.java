package ma.jazari.events.progress;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Progress as CSV (RFC 4180): a row for each figure, with the indicator, the dimension and the value that it is of. */
final class ProgressCsv {

    private static final String LINE_END = "\r\n";

    private ProgressCsv() {}

    static String of(ProgressResponse progress) {
        var header =
                row("indicator", "dimension", "value", "total", "verified", "reported", "expected", "measurements");
        return Stream.concat(Stream.of(header), progress.indicators().stream().flatMap(ProgressCsv::rows))
                .collect(Collectors.joining());
    }

    private static Stream<String> rows(IndicatorProgress of) {
        var total = row(
                of.key(),
                "total",
                "",
                of.total(),
                of.verified().total(),
                of.reported().total(),
                of.expected(),
                String.valueOf(of.measurements()));
        return Stream.of(
                        Stream.of(total),
                        of.series().stream()
                                .map(each -> row(
                                        of.key(),
                                        "period",
                                        each.period(),
                                        each.total(),
                                        each.verified(),
                                        each.reported(),
                                        each.expected(),
                                        String.valueOf(each.measurements()))),
                        of.byInstitute().stream()
                                .map(each -> row(
                                        of.key(),
                                        "institute",
                                        each.instituteId(),
                                        each.total(),
                                        each.verified(),
                                        each.reported(),
                                        "",
                                        String.valueOf(each.measurements()))),
                        of.byRegion().stream()
                                .map(each -> row(
                                        of.key(),
                                        "region",
                                        each.region(),
                                        each.total(),
                                        each.verified(),
                                        each.reported(),
                                        "",
                                        String.valueOf(each.measurements()))))
                .flatMap(rows -> rows);
    }

    /** Keys, ids, names of periods and decimals: nothing in them needs quotes, or is a formula. */
    private static String row(@Nullable String... cells) {
        return Arrays.stream(cells)
                .map(cell -> cell == null ? "" : cell)
                .collect(Collectors.joining(",", "", LINE_END));
    }
}
