package ma.jazari.benchmarks.edge;

import java.time.Duration;
import java.util.Objects;
import ma.jazari.benchmarks.BenchmarkException;
import ma.jazari.benchmarks.load.Call;
import ma.jazari.benchmarks.load.HttpLoad;
import ma.jazari.benchmarks.stack.Registry;

/** Changes of institutes that everybody may see, all those after a place in the network's feed. */
final class PublicChanges {

    private static final int STEP = 100;

    private final Registry registry;
    private final HttpLoad http;
    private final String begin;

    /**
     * Some of them, up to the last.
     *
     * @param after the cursor before the first
     */
    record Stretch(String after, long count) {}

    private PublicChanges(Registry registry, HttpLoad http, String begin) {
        this.registry = registry;
        this.http = http;
        this.begin = begin;
    }

    /** Those that come after now. */
    static PublicChanges fromNow(Registry registry, HttpLoad http) throws InterruptedException {
        var end = page(registry, http, "now", STEP).resume();
        return new PublicChanges(registry, http, Objects.requireNonNull(end, "a page has a cursor"));
    }

    /** The last of them, as many as hundreds can be. */
    Stretch last(long most) throws InterruptedException {
        long left = count(begin);
        var after = begin;
        while (left > most) {
            var page = page(registry, http, after, STEP);
            if (page.next() == null) {
                throw new BenchmarkException("The change feed ended where it had " + left + " more.");
            }
            after = page.next();
            left -= page.items();
        }
        return new Stretch(after, left);
    }

    private long count(String after) throws InterruptedException {
        var page = page(registry, http, after, FeedReading.PAGE);
        long count = page.items();
        while (page.next() != null) {
            page = page(registry, http, page.next(), FeedReading.PAGE);
            count += page.items();
        }
        return count;
    }

    private static ReadPage page(Registry registry, HttpLoad http, String after, int limit)
            throws InterruptedException {
        var address = registry.atGateway("/v1/changes?types=institute.*&limit=" + limit + "&after=" + after);
        return ReadPage.of(
                HttpLoad.await(http.send(Call.get(address)), Duration.ZERO).getBytes());
    }
}
