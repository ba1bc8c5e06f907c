package ma.jazari.events.indicator;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.List;
import ma.jazari.events.figure.Aggregation;
import ma.jazari.events.figure.Derivation;
import ma.jazari.events.figure.FigureSource;
import ma.jazari.events.figure.Indicator;
import ma.jazari.events.programme.Programme;
import ma.jazari.platform.http.Localized;
import ma.jazari.platform.http.Versioned;
import ma.jazari.platform.text.LocalText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An indicator as a caller sees it. */
@Schema(name = "ProgrammeIndicator")
public record IndicatorResponse(
        @Schema(examples = "gdp") String key,
        List<LocalText> titles,
        @Schema(description = "The title in the caller's language", examples = "Contribution au PIB")
                String displayTitle,
        @Schema(examples = "USD") String unit,
        Aggregation aggregation,
        @Schema(examples = "0") String baseline,
        @Schema(examples = "10000000000") String target,
        @Schema(examples = "2030-12-31") LocalDate targetDate,
        FigureSource source,
        @Nullable Derivation derivation,
        @Schema(examples = "019c1e2a-7b1c-7c3d-8e4f-5a6b7c8d9e0f") String programmeId,
        @Schema(description = "The programme's, which its indicators are part of", examples = "4") long version,
        @JsonIgnore @Schema(hidden = true) String displayLanguage)
        implements Versioned, Localized {

    static IndicatorResponse of(Indicator indicator, Programme programme, List<String> languages) {
        var shown = LocalText.best(indicator.titles(), languages).orElseThrow();
        return new IndicatorResponse(
                indicator.key(),
                indicator.titles(),
                shown.value(),
                indicator.unit(),
                indicator.aggregation(),
                indicator.baseline(),
                indicator.target(),
                indicator.targetDate(),
                indicator.source(),
                indicator.derivation(),
                programme.id(),
                programme.version(),
                shown.lang());
    }

    @Override
    @JsonIgnore
    @Schema(hidden = true)
    public String contentLanguage() {
        return displayLanguage;
    }
}
