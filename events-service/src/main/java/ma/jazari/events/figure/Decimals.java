package ma.jazari.events.figure;

import java.math.BigDecimal;

/** Decimals as requests, answers and messages write them: as text, so that no reader rounds them. */
public final class Decimals {

    public static final String PATTERN = "-?(0|[1-9][0-9]{0,17})(\\.[0-9]{1,6})?";
    public static final String HINT =
            "must be a decimal as a string, such as \"1200000\" or \"12.5\": at most 18 digits before the point and 6 after";

    private Decimals() {}

    /** The value of a text that {@link #PATTERN} fits. */
    public static BigDecimal of(String text) {
        return new BigDecimal(text);
    }

    /** The one way in which a value is written: without exponent and without zeros at its end. */
    public static String text(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    /** The same value, written in its one way. */
    public static String normal(String text) {
        return text(of(text));
    }
}
