package ma.jazari.events.calendar;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.problem.ProblemType;

/**
 * Feeds as they were rendered, by their tag: as many as fit into a bounded memory. Only a few are rendered at a time,
 * since each takes many times its size while it is made; whoever waits for the same one gets it from here.
 */
@Singleton
class RenderedFeeds {

    private final Cache<String, byte[]> kept;
    private final Semaphore places;
    private final Duration patience;

    RenderedFeeds(CalendarConfig config) {
        kept = Caffeine.newBuilder()
                .maximumWeight(config.cacheSize().asLongValue())
                .weigher((String tag, byte[] feed) -> tag.length() + feed.length)
                // What does not fit goes at once, not when some thread comes to it.
                .executor(Runnable::run)
                .build();
        places = new Semaphore(config.renderedAtOnce(), true);
        patience = config.renderPatience();
    }

    /**
     * A rendered feed.
     *
     * @param tag of these very bytes
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared, only sent
    record Rendered(String tag, byte[] body) {}

    /** @throws Problem 503 where too many others are being rendered */
    Rendered get(String tag, Supplier<Rendered> render) {
        return find(tag).orElseGet(() -> inTurn(tag, render));
    }

    private Optional<Rendered> find(String tag) {
        return Optional.ofNullable(kept.getIfPresent(tag)).map(body -> new Rendered(tag, body));
    }

    private Rendered inTurn(String tag, Supplier<Rendered> render) {
        await();
        try {
            return find(tag).orElseGet(() -> keep(render.get()));
        } finally {
            places.release();
        }
    }

    private Rendered keep(Rendered rendered) {
        kept.put(rendered.tag(), rendered.body());
        return rendered;
    }

    private void await() {
        try {
            if (places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw Problem.of(ProblemType.UNAVAILABLE, "Too many calendar feeds are asked for. Ask again in a moment.");
    }
}
