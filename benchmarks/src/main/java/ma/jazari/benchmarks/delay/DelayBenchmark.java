package ma.jazari.benchmarks.delay;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import ma.jazari.benchmarks.load.HttpLoad;
import ma.jazari.benchmarks.load.OpenLoop;
import ma.jazari.benchmarks.load.Rounds;
import ma.jazari.benchmarks.report.Section;
import ma.jazari.benchmarks.stack.InstituteDrafts;
import ma.jazari.benchmarks.stack.Pipeline;
import ma.jazari.benchmarks.stack.Registry;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** How long a change takes from its commit to a consumer, at a rate that leaves the machine room. */
public final class DelayBenchmark {

    private static final int CHANGES_A_SECOND = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> TOPICS =
            List.of("jazari.institutes", "jazari.institutes.restricted", KafkaAlone.TOPIC);

    /** A p99 needs more changes than a throughput needs time. */
    private static final int LONGER = 3;

    private final Registry registry;
    private final HttpLoad http;
    private final Pipeline pipeline;
    private final InstituteDrafts drafts;
    private final Rounds rounds;

    public DelayBenchmark(Registry registry, HttpLoad http, Pipeline pipeline, InstituteDrafts drafts, Rounds rounds) {
        this.registry = registry;
        this.http = http;
        this.pipeline = pipeline;
        this.drafts = drafts;
        this.rounds = rounds;
    }

    public Section run() throws InterruptedException {
        rounds.progress().say("Delay of changes, " + describe());
        KafkaAlone.createTopic(pipeline.admin());
        try (var tap = new TopicTap(registry.kafka(), TOPICS);
                var floor = new KafkaAlone(registry.kafka(), pipeline.admin(), aMessage(tap))) {
            return section(new ChangeStream(tap, new OpenLoop(CHANGES_A_SECOND)), floor);
        }
    }

    /** A message as the registry sends it, after which the floor's are made. */
    private ConsumerRecord<String, byte[]> aMessage(TopicTap tap) throws InterruptedException {
        pipeline.awaitIdle();
        var change = new RegistryChanges(registry, http, drafts).change();
        var id = change.toCompletableFuture().join();
        tap.await(List.of(id), PATIENCE);
        return Objects.requireNonNull(tap.arrivalOf(id)).message();
    }

    private Section section(ChangeStream stream, KafkaAlone floor) throws InterruptedException {
        stream.run(floor, rounds.warmUp());
        stream.run(new RegistryChanges(registry, http, drafts), rounds.warmUp());
        var floors = new Journeys();
        var figures = new Journeys();
        for (int i = 1; i <= rounds.count(); i++) {
            pipeline.awaitIdle();
            rounds.progress().say("  round " + i + " of " + rounds.count() + ": Kafka alone, then the registry");
            floors.add(stream.run(floor, each()));
            figures.add(stream.run(new RegistryChanges(registry, http, drafts), each()));
        }
        return new Section(
                "Delay of changes: new institutes through the gateway, open loop, " + describe(),
                "Kafka alone: the same message from a producer's send to the same consumer",
                figures.against(floors));
    }

    private Duration each() {
        return rounds.each().multipliedBy(LONGER);
    }

    private String describe() {
        return String.format(
                Locale.ROOT,
                "%d a second, %d rounds of %.1f s",
                CHANGES_A_SECOND,
                rounds.count(),
                each().toMillis() / 1000.0);
    }
}
