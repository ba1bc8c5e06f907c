package ma.jazari.benchmarks.edge;

import java.net.URI;
import java.time.Duration;
import ma.jazari.benchmarks.load.Call;
import ma.jazari.benchmarks.load.HttpLoad;
import ma.jazari.benchmarks.load.Latencies;
import ma.jazari.benchmarks.load.Round;
import ma.jazari.benchmarks.load.Workload;
import ma.jazari.benchmarks.stack.Registry;
import org.jspecify.annotations.Nullable;

/**
 * One reader who reads a change feed page by page from its beginning to its end, and then again. What is counted are
 * changes; latencies are those of pages.
 */
final class FeedReading implements Workload {

    /** The largest page. */
    static final int PAGE = 200;

    private final String name;
    private final HttpLoad http;
    private final URI feed;
    private final Registry registry;

    FeedReading(String name, HttpLoad http, URI feed, Registry registry) {
        this.name = name;
        this.http = http;
        this.feed = feed;
        this.registry = registry;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Round run(Duration settle, Duration measured) throws InterruptedException {
        var token = registry.token();
        var latencies = new Latencies(System.nanoTime(), settle, measured);
        long changes = 0;
        String after = null;
        for (long begun = System.nanoTime(); !latencies.isOver(begun); begun = System.nanoTime()) {
            var page = page(after, token);
            long before = latencies.completed();
            latencies.record(begun, System.nanoTime());
            changes += latencies.completed() > before ? page.items() : 0;
            after = page.next();
        }
        return new Round(latencies.histogram(), changes, measured);
    }

    /** How many changes the feed has for the network administrator. */
    long count() throws InterruptedException {
        var token = registry.token();
        var page = page(null, token);
        long count = page.items();
        while (page.next() != null) {
            page = page(page.next(), token);
            count += page.items();
        }
        return count;
    }

    private ReadPage page(@Nullable String after, String token) throws InterruptedException {
        var place = after == null ? "" : "&after=" + after;
        var call = Call.get(URI.create(feed + "?limit=" + PAGE + place)).as(token);
        return ReadPage.of(HttpLoad.await(http.send(call), Duration.ZERO).getBytes());
    }
}
