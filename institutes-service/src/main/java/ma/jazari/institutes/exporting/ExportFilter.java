package ma.jazari.institutes.exporting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Pattern;
import ma.jazari.institutes.institute.InstituteKind;
import ma.jazari.institutes.institute.InstituteStatus;
import ma.jazari.institutes.institute.Mission;
import ma.jazari.platform.paging.ListQuery;
import ma.jazari.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Which institutes are exported: those that are one of each; an empty list is no condition. */
record ExportFilter(
        List<String> statuses,
        List<String> kinds,
        List<String> missions,
        List<String> regions,
        List<String> focusAreas,
        List<String> parentIds,
        List<String> ids,
        @Nullable Instant updatedSince) {

    private static final Pattern REGION = Pattern.compile("MA-(0[1-9]|1[0-2])");
    private static final int MAX_IDS = 200;
    // Further back than any record, and within what a database holds.
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    /** @throws Problem 400 for a value that a filter cannot have */
    static ExportFilter of(ExportQuery query) {
        if (query.fields != null) {
            throw Problem.invalid("fields", "an export holds institutes whole; fields are for the list");
        }
        return new ExportFilter(
                names(ListQuery.anyOf("status", query.status, InstituteStatus.class)),
                names(ListQuery.anyOf("kind", query.kind, InstituteKind.class)),
                names(ListQuery.anyOf("mission", query.mission, Mission.class)),
                regions(query.region),
                ListQuery.anyOf(query.focusArea),
                ListQuery.anyOf(query.parentId),
                ids(query.ids),
                query.updatedSince == null ? null : since(query.updatedSince));
    }

    private static List<String> names(List<? extends Enum<?>> constants) {
        return constants.stream().map(Enum::name).toList();
    }

    private static List<String> regions(@Nullable String region) {
        var regions = ListQuery.anyOf(region);
        if (!regions.stream().allMatch(code -> REGION.matcher(code).matches())) {
            throw Problem.invalid("region", "must be codes from MA-01 to MA-12, comma for OR");
        }
        return regions;
    }

    private static List<String> ids(@Nullable String ids) {
        var wanted = ListQuery.anyOf(ids);
        if (wanted.size() > MAX_IDS) {
            throw Problem.invalid("ids", "must be at most " + MAX_IDS);
        }
        return wanted;
    }

    private static Instant since(String text) {
        try {
            var instant = text.length() == "2026-06-01".length()
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(text);
            if (instant.isAfter(EARLIEST) && instant.isBefore(LATEST)) {
                return instant;
            }
        } catch (DateTimeParseException e) {
            // answered below
        }
        throw Problem.invalid(
                "updatedSince", "must be a date such as 2026-06-01 or an instant such as 2026-06-01T12:00:00Z");
    }
}
