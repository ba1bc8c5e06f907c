package ma.jazari.events.progress;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import ma.jazari.events.figure.Indicator;
import ma.jazari.events.tally.Amount;
import ma.jazari.events.tally.Split;
import org.jspecify.annotations.Nullable;

/**
 * Where verified values lead if they go on as they have: the line of least squares through what had been reached at the
 * end of each period, and the baseline on the programme's first day.
 *
 * @param points how many the line was laid through
 * @param atStart where the line is on the programme's first day
 * @param atTargetDate where the line is on the target date
 * @param reachesTargetOn the first day on which the line is at the target; null if it never is, or in some hundred years
 */
record Projection(int points, BigDecimal atStart, BigDecimal atTargetDate, @Nullable LocalDate reachesTargetOn) {

    static final String METHOD = "LEAST_SQUARES";

    private static final MathContext PRECISION = MathContext.DECIMAL128;
    private static final BigDecimal LONGEST_DAYS = BigDecimal.valueOf(100_000);

    /** Empty where nothing is verified yet. */
    static Optional<Projection> of(Course course, SortedMap<LocalDate, Split> byDay) {
        var points = points(course, byDay);
        if (points.size() < 2) {
            return Optional.empty();
        }
        var line = Line.through(points);
        var indicator = course.indicator();
        return Optional.of(new Projection(
                points.size(),
                rounded(line.start()),
                rounded(line.at(day(course, indicator.targetDate()))),
                reaches(course, indicator, line)));
    }

    private static List<Point> points(Course course, SortedMap<LocalDate, Split> byDay) {
        var aggregation = course.indicator().aggregation();
        var points = new ArrayList<Point>();
        points.add(new Point(BigDecimal.ZERO, course.indicator().baselineValue()));
        var reached = Amount.NONE;
        for (var each : byDay.entrySet()) {
            var verified = each.getValue().verified();
            // What ended before the programme began says nothing of its course; days on which things only ended do.
            if (!verified.isNothing()) {
                reached = reached.plus(verified);
                if (each.getKey().isAfter(course.from())) {
                    points.add(new Point(day(course, each.getKey()), course.level(reached.total(aggregation))));
                }
            }
        }
        return points;
    }

    private static BigDecimal rounded(BigDecimal value) {
        return value.setScale(Amount.SCALE, RoundingMode.HALF_EVEN);
    }

    private static BigDecimal day(Course course, LocalDate day) {
        return BigDecimal.valueOf(ChronoUnit.DAYS.between(course.from(), day));
    }

    private static @Nullable LocalDate reaches(Course course, Indicator indicator, Line line) {
        var towards = indicator.targetValue().subtract(indicator.baselineValue());
        if (line.slope().signum() != towards.signum()) {
            return null;
        }
        var days = indicator.targetValue().subtract(line.start()).divide(line.slope(), PRECISION);
        return days.compareTo(LONGEST_DAYS) > 0
                ? null
                : course.from()
                        .plusDays(days.max(BigDecimal.ZERO)
                                .setScale(0, RoundingMode.CEILING)
                                .longValue());
    }

    /** @param day since the programme's first day */
    record Point(BigDecimal day, BigDecimal level) {}

    /** A line: where it starts on the programme's first day, and by how much it rises a day. */
    record Line(BigDecimal start, BigDecimal slope) {

        static Line through(List<Point> points) {
            var n = BigDecimal.valueOf(points.size());
            var x = BigDecimal.ZERO;
            var y = BigDecimal.ZERO;
            var xx = BigDecimal.ZERO;
            var xy = BigDecimal.ZERO;
            for (var point : points) {
                x = x.add(point.day());
                y = y.add(point.level());
                xx = xx.add(point.day().multiply(point.day()));
                xy = xy.add(point.day().multiply(point.level()));
            }
            var slope =
                    n.multiply(xy).subtract(x.multiply(y)).divide(n.multiply(xx).subtract(x.multiply(x)), PRECISION);
            return new Line(y.subtract(slope.multiply(x)).divide(n, PRECISION), slope);
        }

        BigDecimal at(BigDecimal day) {
            return start.add(slope.multiply(day));
        }
    }
}
