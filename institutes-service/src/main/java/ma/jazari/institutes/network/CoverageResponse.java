package ma.jazari.institutes.network;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Map;
import ma.jazari.institutes.institute.Mission;
import ma.jazari.platform.http.Localized;
import ma.jazari.platform.text.LocalText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where the network is: what its active institutes are for, and what they know, by region. */
@Schema(name = "NetworkCoverage")
public record CoverageResponse(
        @Schema(description = "All twelve, the empty ones, too") List<RegionCoverage> regions,
        Totals totals,
        @JsonIgnore @Schema(hidden = true) String displayLanguage)
        implements Localized {

    /** What is in one region. */
    @Schema(name = "RegionCoverage")
    public record RegionCoverage(
            @Schema(description = "ISO 3166-2:MA", examples = "MA-03") String region,
            List<LocalText> names,
            @Schema(description = "The name in the caller's language", examples = "Fès-Meknès") String displayName,
            @Schema(description = "How many institutes are active", examples = "3") long institutes,
            @Schema(description = "All three missions; an institute may have several") Map<Mission, Long> byMission,
            @Schema(description = "The fields that somebody has") List<FieldCoverage> byCompetency) {}

    /** What is in the whole country. */
    @Schema(name = "CoverageTotals")
    public record Totals(
            @Schema(examples = "14") long institutes,
            @Schema(description = "All three missions; an institute may have several") Map<Mission, Long> byMission,
            @Schema(description = "The fields that somebody has") List<FieldCoverage> byCompetency) {}

    /** Who has a skill. */
    @Schema(name = "FieldCoverage")
    public record FieldCoverage(
            @Schema(description = "A term of the vocabulary competency-fields", examples = "computer-vision")
                    String field,
            @Schema(examples = "2") long institutes,
            @Schema(examples = "31") long people) {}

    @Override
    @JsonIgnore
    @Schema(hidden = true)
    public String contentLanguage() {
        return displayLanguage;
    }
}
