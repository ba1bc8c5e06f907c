package ma.jazari.events.tally;

import java.math.BigDecimal;
import java.math.RoundingMode;
import ma.jazari.events.figure.Aggregation;
import org.jspecify.annotations.Nullable;

/**
 * Some measurements, as far as an aggregation needs to know them.
 *
 * @param sum of what they add and take away: their values, or of the latest values what came less what it ended
 * @param count how many came
 */
public record Amount(BigDecimal sum, long count) {

    public static final Amount NONE = new Amount(BigDecimal.ZERO, 0);
    public static final int SCALE = 6;

    public Amount plus(Amount other) {
        return new Amount(sum.add(other.sum), count + other.count);
    }

    /** Whether nothing has come or gone. */
    public boolean isNothing() {
        return count == 0 && sum.signum() == 0;
    }

    /** The figure that they make; null where there is none to be made of nothing. */
    public @Nullable BigDecimal total(Aggregation aggregation) {
        if (count == 0) {
            return aggregation == Aggregation.SUM ? BigDecimal.ZERO : null;
        }
        return aggregation == Aggregation.AVERAGE
                ? sum.divide(BigDecimal.valueOf(count), SCALE, RoundingMode.HALF_EVEN)
                : sum;
    }
}
