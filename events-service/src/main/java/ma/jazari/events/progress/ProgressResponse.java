package ma.jazari.events.progress;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import ma.jazari.platform.http.Localized;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The progress of a programme. */
@Schema(name = "ProgrammeProgress")
public record ProgressResponse(
        @Schema(examples = "019c1e2a-7b1c-7c3d-8e4f-5a6b7c8d9e0f") String programmeId,
        @Schema(examples = "MAROC-IA-2030") String code,
        @Schema(examples = "Maroc IA 2030") String displayTitle,
        @Schema(examples = "2026-01-12") LocalDate from,
        @Schema(
                        description =
                                "The instant that the figures are of: what was reported by then. An instant is final once it is a"
                                        + " minute past: before, a report that was sent earlier may still be on its way")
                Instant asOf,
        @Schema(description = "The day that is expected for, in UTC", examples = "2026-11-30") LocalDate day,
        @Schema(description = "How long the periods of the series are: year, quarter or month", examples = "quarter")
                String by,
        List<IndicatorProgress> indicators,
        @JsonIgnore @Schema(hidden = true) String displayLanguage)
        implements Localized {

    /** The same answer, had it been given at another instant of the day. */
    ProgressResponse at(Instant instant) {
        return new ProgressResponse(
                programmeId, code, displayTitle, from, instant, day, by, indicators, displayLanguage);
    }

    @Override
    @JsonIgnore
    @Schema(hidden = true)
    public String contentLanguage() {
        return displayLanguage;
    }
}
