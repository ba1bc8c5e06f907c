package ma.jazari.benchmarks.edge;

import java.time.Duration;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import ma.jazari.benchmarks.load.Call;
import ma.jazari.benchmarks.load.Calls;
import ma.jazari.benchmarks.load.ClosedLoop;
import ma.jazari.benchmarks.load.HttpLoad;
import ma.jazari.benchmarks.load.Rounds;
import ma.jazari.benchmarks.report.Line;
import ma.jazari.benchmarks.report.Section;
import ma.jazari.benchmarks.stack.Registry;
import org.jspecify.annotations.Nullable;

/**
 * How fast webhooks are told of changes that are already there, from the first message to the last: by a replay, so that
 * nobody has to write as fast as messages go out.
 */
final class WebhookBenchmark {

    /** What jazari.webhooks.delivery.at-once is: messages on their way to one webhook. */
    private static final int AT_ONCE = 4;

    private static final int MANY = 10;
    private static final int TO_ONE = 1_500;
    private static final int TO_EACH = 300;
    private static final int NO_CONTENT = 204;

    private final Registry registry;
    private final HttpLoad http;
    private final Rounds rounds;
    private final PublicChanges changes;

    /** @param changes that webhooks are told of */
    WebhookBenchmark(Registry registry, HttpLoad http, Rounds rounds, PublicChanges changes) {
        this.registry = registry;
        this.http = http;
        this.rounds = rounds;
        this.changes = changes;
    }

    Section run() throws InterruptedException {
        rounds.progress().say("Webhook deliveries");
        try (var receiver = new Receiver();
                var webhooks = new Webhooks(registry, http)) {
            webhooks.subscribe(receiver, MANY);
            var lines = new ArrayList<Line>();
            lines.addAll(compare(1, changes.last(TO_ONE), receiver, webhooks));
            lines.addAll(compare(MANY, changes.last(TO_EACH), receiver, webhooks));
            return section(lines);
        }
    }

    private List<Line> compare(int count, PublicChanges.Stretch stretch, Receiver receiver, Webhooks webhooks)
            throws InterruptedException {
        deliver(count, stretch, receiver, webhooks);
        var figures = new DoubleSummaryStatistics();
        var floors = new DoubleSummaryStatistics();
        try (var load = new HttpLoad(AT_ONCE * count)) {
            var floor = floor(load, receiver);
            floor.run(Duration.ZERO, rounds.warmUp());
            for (int i = 0; i < rounds.count(); i++) {
                figures.accept(deliver(count, stretch, receiver, webhooks));
                floors.accept(floor.run(rounds.settle(), rounds.each()).perSecond());
            }
        }
        var name = count == 1 ? "1 webhook" : count + " webhooks";
        return List.of(
                line("receiver alone, " + AT_ONCE * count + " conn.", floors, null),
                line(name, figures, floors.getAverage()));
    }

    private static Line line(String measure, DoubleSummaryStatistics figures, @Nullable Double floor) {
        var spread = new Line.Spread(figures.getMin(), figures.getMax());
        return new Line(measure, "deliveries", "1/s", figures.getAverage(), floor, spread);
    }

    private double deliver(int count, PublicChanges.Stretch stretch, Receiver receiver, Webhooks webhooks)
            throws InterruptedException {
        var arrived = receiver.expect(Math.toIntExact(count * stretch.count()));
        webhooks.replay(count, stretch.after());
        double perSecond = Receiver.await(arrived);
        webhooks.awaitQueued(count);
        rounds.progress()
                .say(String.format(
                        Locale.ROOT,
                        "  %,d messages to %d of the webhooks %,9.0f/s",
                        count * stretch.count(),
                        count,
                        perSecond));
        return perSecond;
    }

    /** The bodies that came, sent again by as many users as the service has messages on their way. */
    private static ClosedLoop floor(HttpLoad load, Receiver receiver) {
        var address = receiver.at("/floor");
        var calls = receiver.bodies().stream()
                .map(body -> Call.create(address, () -> body).expecting(NO_CONTENT))
                .map(call -> new Calls.Next(call, null))
                .toList();
        return new ClosedLoop("receiver alone", load, () -> Calls.cycling(calls));
    }

    private Section section(List<Line> lines) {
        return new Section(
                String.format(
                        Locale.ROOT,
                        "Webhook deliveries, from the first to the last: %,d messages to one webhook, %,d to each of %d, %d rounds",
                        TO_ONE,
                        TO_EACH,
                        MANY,
                        rounds.count()),
                "the same bodies posted to the same receiver by as many users as the service has messages on their way",
                lines);
    }
}
