package ma.jazari.benchmarks.report;

import org.jspecify.annotations.Nullable;

/**
 * One result beside the floor that was measured in the same run.
 *
 * @param measure what was measured, such as {@code direct, anonymous}
 * @param metric what of it, such as {@code p99}
 * @param unit of figure and floor
 * @param floor what is left without the registry's own work; null where this line is the floor or has none
 * @param spread the lowest and the highest round; null where rounds say nothing
 */
public record Line(
        String measure, String metric, String unit, double figure, @Nullable Double floor, @Nullable Spread spread) {

    /** The lowest and the highest of several rounds. */
    public record Spread(double lowest, double highest) {}

    /** How many times the floor the figure is; null without a floor that one can divide by. */
    public @Nullable Double ratio() {
        return floor == null || floor == 0 ? null : figure / floor;
    }

    /** What the figure has more than the floor. */
    public @Nullable Double difference() {
        return floor == null ? null : figure - floor;
    }
}
