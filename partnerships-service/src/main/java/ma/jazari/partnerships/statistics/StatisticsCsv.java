package ma.jazari.partnerships.statistics;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.jazari.partnerships.statistics.StatisticsResponse.Ageing;

/** Statistics as CSV (RFC 4180): a row for each count, with its dimension and the value that it is of. */
final class StatisticsCsv {

    private static final String LINE_END = "\r\n";

    private StatisticsCsv() {}

    static String of(StatisticsResponse statistics) {
        return rows(statistics)
                .map(row -> row.stream().map(StatisticsCsv::cell).collect(Collectors.joining(",", "", LINE_END)))
                .collect(Collectors.joining());
    }

    private static Stream<List<String>> rows(StatisticsResponse statistics) {
        var expiring = statistics.expiring();
        return Stream.of(
                        Stream.of(List.of("dimension", "value", "count")),
                        Stream.of(row("total", "", statistics.total())),
                        rows("status", statistics.byStatus()),
                        rows("kind", statistics.byKind()),
                        rows("domain", statistics.byDomain()),
                        rows("region", statistics.byRegion()),
                        rows("partyType", statistics.byPartyType()),
                        statistics.topParties().stream().map(party -> row("topParties", party.id(), party.count())),
                        Stream.of(row("southSouth", "", statistics.southSouth().count())),
                        rows("southSouthCountry", statistics.southSouth().byCountry()),
                        rows("health", statistics.byHealth()),
                        rows("year", statistics.byYear()),
                        Stream.of(
                                row("expiringInDays", "30", expiring.in30Days()),
                                row("expiringInDays", "90", expiring.in90Days()),
                                row("expiringInDays", "365", expiring.in365Days())),
                        Stream.ofNullable(statistics.ageing())
                                .flatMap(List::stream)
                                .flatMap(StatisticsCsv::rows))
                .flatMap(rows -> rows);
    }

    private static Stream<List<String>> rows(Ageing ageing) {
        var buckets = ageing.buckets();
        return Stream.of(
                row("ageing", ageing.id(), ageing.count()),
                row("ageingOldestDays", ageing.id(), ageing.oldestDays()),
                row("ageingMedianDays", ageing.id(), ageing.medianDays()),
                row("ageingUpTo7Days", ageing.id(), buckets.upTo7Days()),
                row("ageingUpTo30Days", ageing.id(), buckets.upTo30Days()),
                row("ageingUpTo90Days", ageing.id(), buckets.upTo90Days()),
                row("ageingOver90Days", ageing.id(), buckets.over90Days()));
    }

    private static Stream<List<String>> rows(String dimension, Map<?, Long> counts) {
        return counts.entrySet().stream().map(count -> row(dimension, count.getKey(), count.getValue()));
    }

    private static List<String> row(String dimension, Object value, Number count) {
        return List.of(dimension, value.toString(), count.toString());
    }

    /** What a spreadsheet would take for a formula is marked as text. */
    static String cell(String value) {
        boolean formula = !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0;
        var safe = formula ? "'" + value : value;
        return safe.chars().anyMatch(letter -> ",\"\r\n".indexOf(letter) >= 0)
                ? '"' + safe.replace("\"", "\"\"") + '"'
                : safe;
    }
}
