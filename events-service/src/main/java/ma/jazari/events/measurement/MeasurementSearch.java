package ma.jazari.events.measurement;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import ma.jazari.events.institutecopy.Successions;
import ma.jazari.platform.paging.Cursor;
import ma.jazari.platform.paging.ListQuery;
import ma.jazari.platform.paging.Page;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.query.Conditions;
import ma.jazari.platform.query.Keyset;
import ma.jazari.platform.query.Listing;
import org.jspecify.annotations.Nullable;

/** Finds the measurements of a programme that a query asks for. */
@ApplicationScoped
class MeasurementSearch {

    private final MeasurementRepository measurements;
    private final Successions successions;

    MeasurementSearch(MeasurementRepository measurements, Successions successions) {
        this.measurements = measurements;
        this.successions = successions;
    }

    Page<Measurement> find(UUID programme, MeasurementQuery query) {
        var conditions = new Conditions();
        conditions.add("programmeId = :programme", Map.of("programme", programme));
        conditions.anyOf("indicator", ListQuery.anyOf(query.indicator));
        conditions.anyOf("instituteId", List.copyOf(successions.withAbsorbed(ListQuery.anyOf(query.institute))));
        conditions.anyOf("state", ListQuery.anyOf("state", query.state, MeasurementStatus.class));
        if (query.from != null) {
            conditions.add("periodTo >= :from", Map.of("from", day("from", query.from)));
        }
        if (query.to != null) {
            conditions.add("periodFrom <= :to", Map.of("to", day("to", query.to)));
        }
        return Listing.page(measurements, conditions, order(query.sort).withUuids(), query);
    }

    private static LocalDate day(String name, String text) {
        try {
            var day = LocalDate.parse(text);
            if (day.getYear() > 0 && day.getYear() < 10_000) {
                return day;
            }
        } catch (DateTimeException e) {
            // answered below, with those that no database keeps
        }
        throw Problem.invalid(name, "must be a date such as 2026-01-12");
    }

    private static Keyset<Measurement> order(@Nullable String sort) {
        return switch (Objects.requireNonNullElse(sort, "period")) {
            case "period" -> byPeriod(false);
            case "-period" -> byPeriod(true);
            case "reportedAt" -> byReport(false);
            case "-reportedAt" -> byReport(true);
            case "id" -> Keyset.byId(Measurement::id);
            default -> throw Problem.invalid("sort", "must be one of period, -period, reportedAt, -reportedAt, id");
        };
    }

    private static Keyset<Measurement> byPeriod(boolean descending) {
        return new Keyset<>(
                "periodFrom",
                descending,
                LocalDate::parse,
                row -> row.period().from().toString(),
                Measurement::id);
    }

    private static Keyset<Measurement> byReport(boolean descending) {
        return new Keyset<>(
                "reportedAt",
                descending,
                Cursor::instant,
                row -> row.reportedAt().toString(),
                Measurement::id);
    }
}
