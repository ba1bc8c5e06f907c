package ma.jazari.benchmarks.edge;

import io.vertx.core.http.HttpMethod;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import ma.jazari.benchmarks.load.Call;
import ma.jazari.benchmarks.load.HttpLoad;
import ma.jazari.benchmarks.load.Rounds;
import ma.jazari.benchmarks.report.Line;
import ma.jazari.benchmarks.report.Section;
import ma.jazari.benchmarks.stack.Registry;
import org.jspecify.annotations.Nullable;

/** Many streams of the change feed on which nothing happens, and then one change. */
final class StreamBenchmark {

    private static final Duration IDLE = Duration.ofMinutes(1);
    private static final Duration GONE = Duration.ofSeconds(2);
    private static final int TO_WARM_UP = 500;
    private static final int MORE = 1_000;
    private static final int FIRST_YEAR = 1950;
    private static final int OK = 200;
    private static final int MEDIAN = 50;
    private static final double KIB_A_MIB = 1024;
    private static final double NANOS_A_MILLI = TimeUnit.MILLISECONDS.toNanos(1);

    private final Registry registry;
    private final HttpLoad http;
    private final Rounds rounds;

    StreamBenchmark(Registry registry, HttpLoad http, Rounds rounds) {
        this.registry = registry;
        this.http = http;
        this.rounds = rounds;
    }

    Section run(int wanted) throws InterruptedException {
        var limits = StreamLimits.ofThisMachine();
        int count = limits.cut(wanted);
        rounds.progress().say(String.format(Locale.ROOT, "%,d streams of the change feed", count));
        var note = count < wanted ? "; not " + wanted + ": " + limits.why() : "";
        if (!note.isEmpty()) {
            rounds.progress().say("  fewer than " + wanted + ": " + limits.why());
        }
        try (var gateway = gateway(count)) {
            var lines = measure(gateway, count);
            return new Section(
                    String.format(Locale.ROOT, "%,d idle streams of the change feed, and then a change%s", count, note),
                    "of the delays, until the writer has its answer; memory: after a collection of garbage",
                    lines);
        }
    }

    private Served gateway(int count) throws InterruptedException {
        return new OwnGateway(registry)
                .with("STREAM_MOST", count + MORE)
                .with("STREAM_MOST_PER_CALLER", count + MORE)
                .start("bench-gateway-streams");
    }

    private List<Line> measure(Served gateway, int count) throws InterruptedException {
        var feed = gateway.at("/v1/changes");
        try (var few = new HeldStreams(feed, Math.min(count, TO_WARM_UP))) {
            few.open();
        }
        // The gateway notices that they are gone.
        Thread.sleep(GONE);
        double before = gateway.collectedMebibytes();
        try (var streams = new HeldStreams(feed, count)) {
            long begun = System.nanoTime();
            streams.open();
            double opening = count / ((System.nanoTime() - begun) / (double) TimeUnit.SECONDS.toNanos(1));
            rounds.progress().say(String.format(Locale.ROOT, "  all are open, %,.0f/s; idle for a minute", opening));
            Thread.sleep(IDLE);
            double idle = gateway.collectedMebibytes();
            var lines = new ArrayList<Line>();
            lines.add(new Line("streams", "opened", "1/s", opening, null, null));
            lines.add(new Line("gateway, no stream", "memory", "MiB", before, null, null));
            lines.add(new Line("gateway, all streams", "memory", "MiB", idle, before, null));
            lines.add(new Line("one stream", "memory", "KiB", (idle - before) * KIB_A_MIB / count, null, null));
            lines.addAll(changes(streams));
            return lines;
        }
    }

    /** Once to warm up, and then once a round. */
    private List<Line> changes(HeldStreams streams) throws InterruptedException {
        var answered = new DoubleSummaryStatistics();
        var first = new DoubleSummaryStatistics();
        var median = new DoubleSummaryStatistics();
        var last = new DoubleSummaryStatistics();
        var institute = registry.anInstitute();
        for (int i = 0; i <= rounds.count(); i++) {
            var call = change(institute, i);
            var everywhere = streams.next();
            long begun = System.nanoTime();
            HttpLoad.await(http.send(call), Duration.ZERO);
            double answer = (System.nanoTime() - begun) / NANOS_A_MILLI;
            var arrivals = HeldStreams.await(everywhere);
            if (i > 0) {
                answered.accept(answer);
                first.accept(arrivals.getMinValue() / NANOS_A_MILLI);
                median.accept(arrivals.getValueAtPercentile(MEDIAN) / NANOS_A_MILLI);
                last.accept(arrivals.getMaxValue() / NANOS_A_MILLI);
            }
        }
        return List.of(
                line("change answered", answered, null),
                line("first stream has it", first, answered.getAverage()),
                line("median stream has it", median, answered.getAverage()),
                line("last stream has it", last, answered.getAverage()));
    }

    private Call change(String institute, int i) {
        var headers = Map.of("Content-Type", "application/merge-patch+json", "If-Match", "*");
        var address = URI.create(registry.institutesDirect() + "/" + institute);
        var body = "{\"established\": \"%d-03-01\"}".formatted(FIRST_YEAR + i);
        return new Call(HttpMethod.PATCH, address, headers, () -> body, OK).as(registry.token());
    }

    private static Line line(String measure, DoubleSummaryStatistics delays, @Nullable Double floor) {
        var spread = new Line.Spread(delays.getMin(), delays.getMax());
        return new Line(measure, "delay", "ms", delays.getAverage(), floor, spread);
    }
}
