package ma.jazari.benchmarks.events;

import java.util.List;
import ma.jazari.benchmarks.BenchmarkException;
import ma.jazari.benchmarks.Progress;
import ma.jazari.benchmarks.records.GeneratedInstitutes;
import ma.jazari.benchmarks.stack.InstituteImport;
import ma.jazari.benchmarks.stack.Pipeline;
import ma.jazari.benchmarks.stack.Registry;

/** The institutes that hold events and report figures: imported as anybody imports them, and known to events-service. */
final class Hosts {

    private static final int COUNT = 400;

    private final Registry registry;
    private final EventsDatabase database;
    private final Progress progress;

    Hosts(Registry registry, EventsDatabase database, Progress progress) {
        this.registry = registry;
        this.database = database;
        this.progress = progress;
    }

    List<Host> make() throws InterruptedException {
        progress.say("Import of " + COUNT + " institutes, made up");
        long created;
        try (var lines = new GeneratedInstitutes()) {
            created = InstituteImport.of(registry, lines, COUNT);
        }
        try (var pipeline = Pipeline.ofInstitutes(registry, progress)) {
            pipeline.awaitIdle();
        }
        var hosts = database.hosts();
        if (hosts.size() < created) {
            throw new BenchmarkException(
                    "Of " + created + " institutes events-service knows " + hosts.size() + " after a minute.");
        }
        return hosts;
    }
}
