package ma.jazari.events.progress;

import java.time.LocalDate;
import java.util.List;
import ma.jazari.events.figure.Aggregation;
import ma.jazari.events.figure.Derivation;
import ma.jazari.events.figure.FigureSource;
import ma.jazari.platform.text.LocalText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How far an indicator has come. */
@Schema(name = "IndicatorProgress")
public record IndicatorProgress(
        @Schema(examples = "gdp") String key,
        List<LocalText> titles,
        @Schema(description = "The title in the caller's language", examples = "Contribution au PIB")
                String displayTitle,
        @Schema(examples = "USD") String unit,
        Aggregation aggregation,
        FigureSource source,
        @Nullable Derivation derivation,
        @Schema(description = "How it is derived, where nobody reports it") @Nullable String derivedFrom,
        @Schema(examples = "0") String baseline,
        @Schema(examples = "10000000000") String target,
        @Schema(examples = "2030-12-31") LocalDate targetDate,
        @Schema(
                        description =
                                "The programmes whose measurements are included: this one, and its parts that have an"
                                        + " indicator of the same key, unit and aggregation")
                List<String> programmeIds,
        @Schema(
                        description =
                                "What counts, verified or not, by the indicator's aggregation; absent where it is the"
                                        + " latest or the mean of no reports",
                        examples = "1200000")
                @Nullable String total,
        @Schema(description = "The total, on top of the baseline where it is a sum", examples = "1200000") String level,
        @Schema(
                        description = "Of the way from the baseline to the target, to six digits: 1 is all of it",
                        examples = "0.00012")
                String share,
        @Schema(description = "How many measurements count", examples = "3") long measurements,
        @Schema(
                        description =
                                "What the level would be on the straight line from the baseline on the programme's first day"
                                        + " to the target on its date",
                        examples = "1758893280.63")
                String expected,
        @Schema(description = "Of the verified measurements alone") Standing verified,
        @Schema(
                        description =
                                "Of those that are reported and not verified yet; of the latest values, those that no later one"
                                        + " has overtaken")
                Standing reported,
        @Schema(description = "A measurement counts in the period in which its own ends") List<SeriesItem> series,
        @Schema(description = "The largest first; what is of no institute is in none")
                List<InstituteFigures> byInstitute,
        @Schema(
                        description =
                                "All twelve regions, each with the institutes that were there when they reported; where"
                                        + " something is of no region (held online, of an institute that is not known here), one"
                                        + " more without `region`, so that they add up")
                List<RegionFigures> byRegion,
        @Schema(description = "Absent while nothing is verified") @Nullable Projected projection) {

    /** What some measurements amount to. */
    @Schema(name = "ProgressStanding")
    public record Standing(
            @Schema(examples = "1200000") @Nullable String total,
            @Schema(examples = "1200000") String level,
            @Schema(examples = "0.00012") String share,
            @Schema(examples = "3") long measurements) {}

    /** One period of the series. */
    @Schema(name = "ProgressPeriod")
    public record SeriesItem(
            @Schema(description = "2026, 2026-Q1 or 2026-01", examples = "2026-Q1") String period,
            LocalDate from,
            LocalDate to,
            @Schema(description = "Of the period; of the latest values what there is at its end", examples = "400000")
                    @Nullable String total,
            @Nullable String verified,
            @Nullable String reported,
            @Schema(description = "The level that is reached with it", examples = "1200000") String level,
            @Schema(examples = "1200000") String verifiedLevel,
            @Schema(description = "The level that is expected at its end", examples = "434782608.7") String expected,
            @Schema(examples = "3") long measurements) {}

    /** What an institute has. */
    @Schema(name = "ProgressOfInstitute")
    public record InstituteFigures(
            @Schema(examples = "j00000098") String instituteId,
            @Schema(description = "Absent where it is not known here", examples = "JAZARI ROOT") @Nullable String displayName,
            @Nullable String total,
            @Nullable String verified,
            @Nullable String reported,
            long measurements) {}

    /** What the institutes of a region have. */
    @Schema(name = "ProgressOfRegion")
    public record RegionFigures(
            @Schema(description = "Absent for what is of none", examples = "MA-04") @Nullable String region,
            @Nullable String total,
            @Nullable String verified,
            @Nullable String reported,
            long measurements) {}

    /** Where the verified values lead if they go on as they have. */
    @Schema(name = "ProgressProjection")
    public record Projected(
            @Schema(
                            description =
                                    "LEAST_SQUARES: the line of least squares through the verified level on each day on which"
                                            + " a period of a measurement ends, and the baseline on the programme's first day."
                                            + " The level of a mean is that of all values until then, each with the same weight",
                            examples = "LEAST_SQUARES")
                    String method,
            @Schema(examples = "4") int points,
            @Schema(description = "Where the line is on the programme's first day", examples = "12000") String atStart,
            @Schema(description = "Where the line is on the target date", examples = "9000000000") String atTargetDate,
            @Schema(description = "Absent where the line never reaches it", examples = "2031-06-01") @Nullable LocalDate reachesTargetOn) {}
}
