package ma.jazari.gateway.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import ma.jazari.platform.feed.FeedCursor;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FeedMergeTest {

    private static final String EPOCH = "0a1b2c3d";

    /** A service with all its changes, which serves the part that is after a place. */
    private record Service(String name, TreeSet<Long> seqs, long closedThrough) {

        ServicePage page(@Nullable FeedCursor after, int limit) {
            var following = seqs.stream()
                    .map(seq -> new FeedCursor(EPOCH, name, seq))
                    .filter(place -> after == null || place.compareTo(after) > 0)
                    .limit(limit + 1L)
                    .toList();
            var shown = following.subList(0, Math.min(limit, following.size()));
            return new ServicePage(
                    shown.stream()
                            .map(place -> new ServicePage.Item(place, text(place)))
                            .toList(),
                    following.size() > limit ? shown.getLast() : null,
                    shown.isEmpty() ? new FeedCursor(EPOCH, name, 0) : shown.getLast(),
                    closedThrough);
        }

        Stream<FeedCursor> places() {
            return seqs.stream().map(seq -> new FeedCursor(EPOCH, name, seq));
        }
    }

    @Property
    void shows_every_settled_change_once_and_in_order_and_no_other(
            @ForAll @Size(max = 30) Set<@LongRange(min = 1, max = 60) Long> institutes,
            @ForAll @Size(max = 30) Set<@LongRange(min = 1, max = 60) Long> partnerships,
            @ForAll @Size(max = 30) Set<@LongRange(min = 1, max = 60) Long> events,
            @ForAll @Size(3) List<@LongRange(min = 0, max = 70) Long> closed,
            @ForAll @IntRange(min = 1, max = 7) int limit) {
        var services = List.of(
                new Service("institutes-service", new TreeSet<>(institutes), closed.get(0)),
                new Service("partnerships-service", new TreeSet<>(partnerships), closed.get(1)),
                new Service("events-service", new TreeSet<>(events), closed.get(2)));

        var read = readAll(services, limit, null);

        long horizon = closed.stream().mapToLong(Long::longValue).min().orElseThrow();
        assertThat(read)
                .isEqualTo(services.stream()
                        .flatMap(Service::places)
                        .filter(place -> place.seq() <= horizon)
                        .sorted(Comparator.naturalOrder())
                        .map(FeedCursor::encode)
                        .toList());
    }

    @Property
    void goes_on_without_loss_or_repeat_when_services_close_more(
            @ForAll @Size(max = 20) Set<@LongRange(min = 1, max = 60) Long> early,
            @ForAll @Size(max = 20) Set<@LongRange(min = 61, max = 120) Long> late,
            @ForAll @IntRange(min = 1, max = 5) int limit) {
        var before = services(early, 60);
        var all = new HashSet<>(early);
        all.addAll(late);
        var after = services(all, 120);

        var first = readAll(before, limit, null);
        var second = readAll(after, limit, resume(before, limit));

        assertThat(Stream.concat(first.stream(), second.stream())).isEqualTo(readAll(after, limit, null));
    }

    @Test
    void waits_with_a_change_that_another_service_may_still_precede() {
        var ahead = new Service("institutes-service", new TreeSet<>(Set.of(5L, 9L)), 100);
        var behind = new Service("events-service", new TreeSet<>(Set.of(3L)), 6);

        var page = merge(List.of(ahead, behind), 10, null);

        assertThat(cursors(page)).containsExactly(place("events-service", 3), place("institutes-service", 5));
        assertThat(page.nextCursor()).isNull();
        assertThat(page.resumeCursor()).isEqualTo(place("institutes-service", 6));
    }

    @Test
    void stops_where_a_full_page_stops() {
        var busy = new Service("institutes-service", new TreeSet<>(Set.of(1L, 2L, 3L)), 100);
        var quiet = new Service("events-service", new TreeSet<>(Set.of(50L)), 100);

        var page = merge(List.of(busy, quiet), 2, null);

        assertThat(cursors(page)).containsExactly(place("institutes-service", 1), place("institutes-service", 2));
        assertThat(page.nextCursor()).isEqualTo(page.resumeCursor()).isEqualTo(place("institutes-service", 2));
    }

    @Test
    void moves_a_reader_on_for_whom_there_is_nothing() {
        var after = new FeedCursor(EPOCH, "institutes-service", 7);

        var page = merge(services(Set.of(), 100), 10, after);

        assertThat(page.items()).isEmpty();
        assertThat(page.nextCursor()).isNull();
        assertThat(page.resumeCursor()).isEqualTo(place("partnerships-service", 100));
    }

    @Test
    void never_moves_a_reader_back() {
        var after = new FeedCursor(EPOCH, "institutes-service", 107);

        var page = merge(services(Set.of(), 100), 10, after);

        assertThat(page.items()).isEmpty();
        assertThat(page.nextCursor()).isNull();
        assertThat(page.resumeCursor()).isEqualTo(after.encode());
    }

    @Test
    void gives_a_place_to_start_from_when_nothing_has_happened_yet() {
        var page = merge(services(Set.of(), 100), 10, null);

        assertThat(page.resumeCursor()).isEqualTo(place("partnerships-service", 100));
    }

    private static List<Service> services(Set<Long> seqs, long closedThrough) {
        return Stream.of("institutes-service", "partnerships-service", "events-service")
                .map(name -> new Service(
                        name,
                        new TreeSet<>(seqs.stream()
                                .filter(seq -> (seq + name.length()) % 2 == 0)
                                .toList()),
                        closedThrough))
                .toList();
    }

    private static List<String> readAll(List<Service> services, int limit, @Nullable FeedCursor after) {
        var read = new ArrayList<String>();
        var page = merge(services, limit, after);
        read.addAll(cursors(page));
        while (page.nextCursor() != null) {
            page = merge(services, limit, FeedCursor.decode(page.nextCursor()));
            read.addAll(cursors(page));
        }
        return read;
    }

    private static FeedCursor resume(List<Service> services, int limit) {
        var page = merge(services, limit, null);
        while (page.nextCursor() != null) {
            page = merge(services, limit, FeedCursor.decode(page.nextCursor()));
        }
        return FeedCursor.decode(page.resumeCursor());
    }

    private static FeedPage merge(List<Service> services, int limit, @Nullable FeedCursor after) {
        return FeedMerge.merge(
                services.stream().map(service -> service.page(after, limit)).toList(), limit, after);
    }

    private static List<String> cursors(FeedPage page) {
        return page.items().stream().map(JsonNode::textValue).toList();
    }

    private static JsonNode text(FeedCursor place) {
        return TextNode.valueOf(place.encode());
    }

    private static String place(String source, long seq) {
        return new FeedCursor(EPOCH, source, seq).encode();
    }
}
