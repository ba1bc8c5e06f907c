package ma.jazari.benchmarks.institutes;

import java.util.List;
import java.util.function.ToDoubleFunction;
import ma.jazari.benchmarks.report.Line;
import org.jspecify.annotations.Nullable;

/** All goes of one way to move records. */
record Transfers(String name, List<Transfer> all) {

    Transfers {
        all = List.copyOf(all);
    }

    private Transfer sum() {
        return all.stream().reduce(Transfer.NONE, Transfer::plus);
    }

    /** Records and megabytes a second beside the floor's; without a floor, this is one. */
    List<Line> against(@Nullable Transfers floor) {
        return List.of(
                line("records", "1/s", Transfer::linesPerSecond, floor),
                line("data", "MB/s", Transfer::megabytesPerSecond, floor));
    }

    private Line line(String metric, String unit, ToDoubleFunction<Transfer> figure, @Nullable Transfers floor) {
        var each = all.stream().mapToDouble(figure).summaryStatistics();
        return new Line(
                name,
                metric,
                unit,
                figure.applyAsDouble(sum()),
                floor == null ? null : figure.applyAsDouble(floor.sum()),
                new Line.Spread(each.getMin(), each.getMax()));
    }
}
