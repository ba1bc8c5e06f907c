package ma.jazari.events.figure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import ma.jazari.platform.text.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * A figure that a programme is measured by.
 *
 * @param key its name within the programme, the same in programmes whose figures add up
 * @param baseline the value at the programme's start, as {@link Decimals} writes it
 * @param target the value to be reached at the target date, as {@link Decimals} writes it
 * @param derivation what is counted where the source is the registry; otherwise null
 */
public record Indicator(
        String key,
        List<LocalText> titles,
        String unit,
        Aggregation aggregation,
        String baseline,
        String target,
        LocalDate targetDate,
        FigureSource source,
        @Nullable Derivation derivation) {

    /** Whether the values of both can be added, or compared. */
    public boolean meansTheSameAs(Indicator other) {
        return unit.equals(other.unit) && aggregation == other.aggregation && source == other.source;
    }

    public BigDecimal baselineValue() {
        return Decimals.of(baseline);
    }

    public BigDecimal targetValue() {
        return Decimals.of(target);
    }
}
