package ma.jazari.benchmarks.events;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import ma.jazari.benchmarks.Progress;
import ma.jazari.benchmarks.load.Call;
import ma.jazari.benchmarks.load.HttpLoad;
import ma.jazari.benchmarks.stack.Registry;

/** Drafts and publishes program events, as institutes do it, over all connections. */
final class EventStock {

    private static final int BATCH = 200;
    private static final int TOLD = 1_000;
    private static final int DAYS_AHEAD = 60;

    private final Registry registry;
    private final HttpLoad http;
    private final List<Host> hosts;
    private final EventCalls calls;

    EventStock(Registry registry, HttpLoad http, List<Host> hosts) {
        this.registry = registry;
        this.http = http;
        this.hosts = hosts;
        this.calls = new EventCalls(registry.eventsDirect(EventCalls.PATH));
    }

    void publish(int count, Progress progress) throws InterruptedException {
        progress.say(String.format(Locale.ROOT, "Drafting and publishing %,d program events through the API", count));
        for (int from = 0; from < count; from += BATCH) {
            int to = Math.min(count, from + BATCH);
            publish(IntStream.range(from, to)
                    .mapToObj(n -> calls.draft(n, hosts.get(n % hosts.size()).id()))
                    .toList());
            if (to % TOLD == 0) {
                progress.say(String.format(Locale.ROOT, "  %,d published", to));
            }
        }
    }

    /** The id of a new event that one can register for. */
    String publishedWithPlaces(int places) throws InterruptedException {
        var day = LocalDate.now(ZoneOffset.UTC).plusDays(DAYS_AHEAD);
        var host = hosts.getFirst().id();
        return publish(List.of(calls.draftWithPlaces(places, host, day))).getFirst();
    }

    private List<String> publish(List<Call> drafts) throws InterruptedException {
        var token = registry.token(); // one lasts five minutes
        var ids = http.sendAll(drafts.stream().map(call -> call.as(token)).toList()).stream()
                .map(Registry::idIn)
                .toList();
        http.sendAll(ids.stream().map(id -> calls.publish(id).as(token)).toList());
        return ids;
    }
}
