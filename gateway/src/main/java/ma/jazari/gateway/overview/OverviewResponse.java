package ma.jazari.gateway.overview;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import ma.jazari.platform.text.LocalText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The network on one page. Codes of other parts are texts here: the gateway passes on those that it does not know. */
@Schema(name = "Overview", description = "The network on one page; the same for everybody")
public record OverviewResponse(
        @Schema(description = "Absent only if institutes-service never answered") @Nullable Institutes institutes,
        @Schema(description = "Those that are or were in force; absent only if partnerships-service never answered")
                @Nullable Conventions conventions,
        @Schema(description = "Absent only if events-service never answered") @Nullable ProgramEvents programEvents,
        @Schema(
                        description = "Those that are part of no other, with the figures of their parts; absent only if"
                                + " events-service never answered")
                @Nullable List<Programme> programmes,
        @Schema(description = "When all this was first seen as it is; it changes when anything else here does")
                Instant generatedAt,
        @Schema(description = "The services that did not answer in time", examples = "[\"events-service\"]")
                List<String> unreachable,
        @Schema(description = "Those among them whose part is shown as it was before") List<Stale> stale) {

    OverviewResponse at(Instant instant) {
        return new OverviewResponse(institutes, conventions, programEvents, programmes, instant, unreachable, stale);
    }

    /** The institutes that the public knows of. */
    @Schema(name = "OverviewInstitutes")
    public record Institutes(
            @Schema(examples = "57") long total,
            @Schema(description = "Those that occur", examples = "{\"ACTIVE\": 55, \"SUSPENDED\": 2}")
                    Map<String, Long> byStatus,
            @Schema(description = "All twelve regions, the empty ones, too", examples = "{\"MA-01\": 0, \"MA-03\": 12}")
                    Map<String, Long> byRegion,
            @Schema(
                            description = "All three; an institute may have several",
                            examples = "{\"INNOVATION\": 9, \"RESEARCH\": 40, \"TRAINING\": 12}")
                    Map<String, Long> byMission) {}

    /** The conventions that are or were in force. */
    @Schema(name = "OverviewConventions")
    public record Conventions(
            @Schema(examples = "{\"IN_FORCE\": 41, \"EXPIRED\": 10}") Map<String, Long> byStatus,
            @Schema(description = "With a party from an African country other than Morocco", examples = "5")
                    long southSouth,
            @Schema(description = "How many are over within 90 days and do not go on by themselves", examples = "4")
                    long expiringIn90Days) {}

    /** What events-service says: two members of the overview. */
    record EventsPart(ProgramEvents programEvents, List<Programme> programmes) {}

    /** The program events that the public knows of. */
    @Schema(name = "OverviewProgramEvents")
    public record ProgramEvents(
            @Schema(description = "Those that are on or come, the next one first; ten at most")
                    List<UpcomingEvent> upcoming,
            @Schema(
                            description = "All that were published, past and cancelled ones, too",
                            examples = "{\"NATIONAL_DAY\": 1, \"TRAINING\": 12}")
                    Map<String, Long> byType) {}

    /** A program event that is on or comes. */
    @Schema(name = "UpcomingEvent")
    public record UpcomingEvent(
            @Schema(examples = "019c1e2a-7b1c-7c3d-8e4f-5a6b7c8d9e0f") String id,
            @Schema(examples = "TRAINING") String type,
            List<LocalText> titles,
            @Schema(description = "By the clocks there", examples = "2026-12-01T09:00") String start,
            @Schema(examples = "2026-12-01T18:00") String end,
            @Schema(examples = "Africa/Casablanca") String zone,
            Instant startInstant,
            @Schema(examples = "ON_SITE") String attendance,
            @Schema(examples = "Rabat") @Nullable String city,
            @Schema(description = "ISO 3166-2:MA", examples = "MA-04") @Nullable String region,
            List<String> hostInstituteIds) {}

    /** A programme and how far its indicators have come. */
    @Schema(name = "OverviewProgramme")
    public record Programme(
            @Schema(examples = "019c1e2a-7b1c-7c3d-8e4f-5a6b7c8d9e0f") String id,
            @Schema(examples = "MAROC-IA-2030") String code,
            List<LocalText> titles,
            List<IndicatorFigure> indicators) {}

    /** Where an indicator stands. All figures are decimals as text. */
    @Schema(name = "IndicatorFigure")
    public record IndicatorFigure(
            @Schema(examples = "gdp") String key,
            List<LocalText> titles,
            @Schema(examples = "USD") String unit,
            @Schema(examples = "SUM") String aggregation,
            @Schema(examples = "0") String baseline,
            @Schema(examples = "10000000000") String target,
            @Schema(examples = "2030-12-31") LocalDate targetDate,
            @Schema(description = "What counts; absent where nothing was reported", examples = "1200000") @Nullable String total,
            @Schema(description = "The total, on top of the baseline where it is a sum", examples = "1200000")
                    String level,
            @Schema(description = "Of what was verified alone", examples = "400000") String verifiedLevel,
            @Schema(description = "Of the way from the baseline to the target: 1 is all of it", examples = "0.00012")
                    String share,
            @Schema(description = "On the straight line, today", examples = "1758893280.63") String expected) {}

    /** A part that is shown as it was. */
    @Schema(name = "StalePart")
    public record Stale(
            @Schema(examples = "events-service") String service,
            @Schema(description = "When it was so") Instant asOf) {}
}
