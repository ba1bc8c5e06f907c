package ma.jazari.events.progress;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import ma.jazari.events.figure.Aggregation;
import ma.jazari.events.figure.Indicator;
import ma.jazari.events.tally.Amount;
import org.jspecify.annotations.Nullable;

/**
 * The way that an indicator is to take: on a straight line from its baseline on the programme's first day to its target
 * on the target date.
 */
record Course(LocalDate from, Indicator indicator) {

    private static final MathContext SHOWN = new MathContext(6, RoundingMode.HALF_EVEN);

    /** What is expected on the day; before the first day the baseline, after the target date the target. */
    BigDecimal expected(LocalDate day) {
        long length = ChronoUnit.DAYS.between(from, indicator.targetDate());
        long gone = Math.clamp(ChronoUnit.DAYS.between(from, day), 0, length);
        return distance()
                .multiply(BigDecimal.valueOf(gone))
                .divide(BigDecimal.valueOf(length), Amount.SCALE, RoundingMode.HALF_EVEN)
                .add(indicator.baselineValue());
    }

    /** Where the total stands on the way from the baseline to the target: what is summed up comes on top of the baseline. */
    BigDecimal level(@Nullable BigDecimal total) {
        if (total == null) {
            return indicator.baselineValue();
        }
        return indicator.aggregation() == Aggregation.SUM
                ? indicator.baselineValue().add(total)
                : total;
    }

    /** How much of the way from the baseline to the target a level is: 1 at the target. To six digits, however small. */
    BigDecimal share(BigDecimal level) {
        return level.subtract(indicator.baselineValue()).divide(distance(), SHOWN);
    }

    private BigDecimal distance() {
        return indicator.targetValue().subtract(indicator.baselineValue());
    }
}
