package ma.jazari.events.indicator;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import ma.jazari.events.figure.Aggregation;
import ma.jazari.events.figure.Decimals;
import ma.jazari.events.figure.Derivation;
import ma.jazari.events.figure.FigureSource;
import ma.jazari.events.figure.Indicator;
import ma.jazari.platform.json.Checked;
import ma.jazari.platform.problem.Violations;
import ma.jazari.platform.text.Line;
import ma.jazari.platform.text.LocalText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a client writes of an indicator; also what a merge patch is applied to. */
public record IndicatorRequest(
        @NotNull @Pattern(
                        regexp = "[A-Za-z][A-Za-z0-9_-]{0,39}",
                        message = "must be 1 to 40 letters, digits, hyphens and underscores, a letter first")
                @Schema(
                        description = "Its name within the programme, for ever; figures of parts of the programme whose"
                                + " indicators have the same key are included in the programme's",
                        examples = "gdp")
                String key,
        @NotEmpty @Size(max = 50) List<@NotNull @Valid LocalText> titles,
        @NotNull @Line(max = 40) @Schema(examples = "USD") String unit,
        @NotNull @Schema(
                        description =
                                "SUM adds all values to the baseline; LATEST adds the latest value of each institute in each line of programmes;"
                                        + " AVERAGE is the arithmetic mean of all values",
                        examples = "SUM")
                Aggregation aggregation,
        @Nullable @Pattern(regexp = Decimals.PATTERN, message = Decimals.HINT) @Schema(description = "The value at the programme's start", examples = "0", defaultValue = "0")
                String baseline,
        @NotNull @Pattern(regexp = Decimals.PATTERN, message = Decimals.HINT) @Schema(examples = "10000000000")
                String target,
        @NotNull @Schema(description = "When the target is to be reached", examples = "2030-12-31")
                LocalDate targetDate,
        @Schema(defaultValue = "MEASUREMENTS", examples = "MEASUREMENTS") @Nullable FigureSource source,
        @Schema(description = "What is counted; required where source is REGISTRY, and only there") @Nullable Derivation derivation)
        implements Checked {

    @Override
    public void check(Violations violations) {
        new IndicatorRules(this, violations).check();
    }

    FigureSource sourceOrDefault() {
        return Objects.requireNonNullElse(source, FigureSource.MEASUREMENTS);
    }

    String baselineOrDefault() {
        return Objects.requireNonNullElse(baseline, "0");
    }

    /** The indicator that this describes. */
    Indicator indicator() {
        return new Indicator(
                key,
                titles,
                unit,
                aggregation,
                Decimals.normal(baselineOrDefault()),
                Decimals.normal(target),
                targetDate,
                sourceOrDefault(),
                derivation);
    }

    /** What a client has written of the indicator. */
    static IndicatorRequest of(Indicator indicator) {
        return new IndicatorRequest(
                indicator.key(),
                indicator.titles(),
                indicator.unit(),
                indicator.aggregation(),
                indicator.baseline(),
                indicator.target(),
                indicator.targetDate(),
                indicator.source(),
                indicator.derivation());
    }
}
