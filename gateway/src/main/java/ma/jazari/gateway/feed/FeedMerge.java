package ma.jazari.gateway.feed;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import ma.jazari.platform.feed.FeedCursor;
import org.jspecify.annotations.Nullable;

/**
 * Joins the services' pages into one page of the network, in the order (seq, source). A change is shown only when
 * nothing can come before it any more: not from a service that may still place one there, and not from a service whose
 * page ended earlier.
 */
final class FeedMerge {

    private FeedMerge() {}

    /**
     * The network's page.
     *
     * @param pages one of each service, asked with the same cursor and limit
     * @param after the cursor that they were asked with
     */
    static FeedPage merge(List<ServicePage> pages, int limit, @Nullable FeedCursor after) {
        long horizon = horizon(pages);
        var cut = firstCut(pages).filter(place -> place.seq() <= horizon);
        var settled = pages.stream()
                .flatMap(page -> page.items().stream())
                .filter(item -> item.place().seq() <= horizon)
                .filter(item -> cut.isEmpty() || item.place().compareTo(cut.get()) <= 0)
                .sorted(Comparator.comparing(ServicePage.Item::place))
                .toList();
        if (settled.size() > limit) {
            var shown = settled.subList(0, limit);
            return page(shown, shown.getLast().place());
        }
        return cut.map(place -> page(settled, place))
                .orElseGet(() -> lastPage(settled, settledThrough(pages, horizon), after));
    }

    /** An empty page at the present end of the feed. */
    static FeedPage end(List<ServicePage> pages) {
        return new FeedPage(
                List.of(), null, settledThrough(pages, horizon(pages)).encode());
    }

    private static long horizon(List<ServicePage> pages) {
        return pages.stream()
                .mapToLong(ServicePage::closedThrough)
                .min()
                .orElseThrow(() -> new IllegalArgumentException("the network has services"));
    }

    /** The earliest place at which a service stopped although it has more. */
    private static Optional<FeedCursor> firstCut(List<ServicePage> pages) {
        return pages.stream().map(ServicePage::next).filter(Objects::nonNull).min(Comparator.naturalOrder());
    }

    private static FeedPage page(List<ServicePage.Item> items, FeedCursor next) {
        return new FeedPage(changes(items), next.encode(), next.encode());
    }

    private static FeedPage lastPage(List<ServicePage.Item> items, FeedCursor settled, @Nullable FeedCursor after) {
        var last = items.isEmpty() ? settled : items.getLast().place();
        var resume = Stream.of(last, settled, after == null ? settled : after)
                .max(Comparator.naturalOrder())
                .get();
        return new FeedPage(changes(items), null, resume.encode());
    }

    /** Up to here everything was shown, and nothing can come any more: a reader of few types need not look again. */
    private static FeedCursor settledThrough(List<ServicePage> pages, long horizon) {
        var last = pages.stream()
                .map(ServicePage::resume)
                .max(Comparator.comparing(FeedCursor::source))
                .orElseThrow();
        return new FeedCursor(last.epoch(), last.source(), horizon);
    }

    private static List<JsonNode> changes(List<ServicePage.Item> items) {
        return items.stream().map(ServicePage.Item::change).toList();
    }
}
