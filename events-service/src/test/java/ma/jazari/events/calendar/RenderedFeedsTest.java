package ma.jazari.events.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import ma.jazari.events.calendar.RenderedFeeds.Rendered;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.problem.ProblemType;
import org.junit.jupiter.api.Test;

class RenderedFeedsTest {

    private final AtomicInteger renderings = new AtomicInteger();

    @Test
    void renders_a_feed_once() {
        var feeds = new RenderedFeeds(new Config(1));

        var first = feeds.get("a", () -> rendered("a", 10));
        var second = feeds.get("a", () -> rendered("a", 10));

        assertThat(second.body()).isSameAs(first.body());
        assertThat(renderings).hasValue(1);
    }

    @Test
    void keeps_what_it_rendered_under_the_tag_that_it_has_by_then() {
        var feeds = new RenderedFeeds(new Config(1));

        assertThat(feeds.get("before", () -> rendered("after", 10)).tag()).isEqualTo("after");
        feeds.get("after", () -> rendered("after", 10));

        assertThat(renderings).hasValue(1);
    }

    @Test
    void does_not_keep_more_than_fits() {
        var feeds = new RenderedFeeds(new Config(1));

        feeds.get("huge", () -> rendered("huge", 2_000));
        feeds.get("huge", () -> rendered("huge", 2_000));

        assertThat(renderings).hasValue(2);
    }

    @Test
    void lets_nobody_wait_for_long_while_others_render() throws InterruptedException {
        var feeds = new RenderedFeeds(new Config(1));
        var begun = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        var slow = Thread.ofVirtual().start(() -> feeds.get("slow", waiting(begun, end)));
        begun.await();

        assertThatThrownBy(() -> feeds.get("other", () -> rendered("other", 10)))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.type()).isEqualTo(ProblemType.UNAVAILABLE));
        end.countDown();
        slow.join();
        assertThat(feeds.get("other", () -> rendered("other", 10)).tag()).isEqualTo("other");
    }

    private Supplier<Rendered> waiting(CountDownLatch begun, CountDownLatch end) {
        return () -> {
            begun.countDown();
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return rendered("slow", 10);
        };
    }

    private Rendered rendered(String tag, int size) {
        renderings.incrementAndGet();
        return new Rendered(tag, new byte[size]);
    }

    private record Config(int renderedAtOnce) implements CalendarConfig {

        @Override
        public URI publicUrl() {
            return URI.create("https://registry.example.org");
        }

        @Override
        public Duration refreshInterval() {
            return Duration.ofHours(1);
        }

        @Override
        public int maxEvents() {
            return 10;
        }

        @Override
        public int maxSessions() {
            return 100;
        }

        @Override
        public int maxFiles() {
            return 100;
        }

        @Override
        public Set<String> languages() {
            return Set.of("fr");
        }

        @Override
        public int atomEntries() {
            return 10;
        }

        @Override
        public MemorySize cacheSize() {
            return new MemorySize(BigInteger.valueOf(1_000));
        }

        @Override
        public Duration renderPatience() {
            return Duration.ofMillis(20);
        }
    }
}
