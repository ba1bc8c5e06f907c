package ma.jazari.system;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static ma.jazari.system.Institutes.uniqueName;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import ma.jazari.platform.test.MessageSchema;
import ma.jazari.system.harness.Change;
import ma.jazari.system.harness.Feed;
import ma.jazari.system.harness.Messages;
import ma.jazari.system.harness.Messages.Message;
import ma.jazari.system.harness.Registry;
import ma.jazari.system.harness.SystemTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What happened in the network, in one order, for those who follow it by HTTP or by Kafka. */
@SystemTest
@Order(2)
class ChangeFeedIT {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int WRITES_EACH = 30;

    private final Registry registry;
    private final Institutes institutes;
    private final Feed feed;

    ChangeFeedIT(Registry registry) {
        this.registry = registry;
        this.institutes = Institutes.of(registry);
        this.feed = Feed.of(registry.as("auditor"));
    }

    @Test
    void lists_the_same_in_pages_of_any_size() {
        var id = institutes.active(uniqueName("Institut feuilleté")).id();
        awaitChanges(id, 3);

        var changes = feed.all(200);

        assertThat(changes).hasSizeGreaterThan(30);
        assertThat(feed.all(7)).isEqualTo(changes);
        assertThat(feed.all(1)).isEqualTo(changes);
        assertThat(changes.stream().filter(change -> change.subject().equals(id)))
                .extracting(Change::type)
                .containsExactly("institute.created", "institute.submitted", "institute.activated");
    }

    @Test
    void resumes_after_each_cursor_exactly() {
        var changes = feed.all();

        for (int i = 0; i + 1 < changes.size(); i++) {
            var next = feed.page(changes.get(i).cursor(), 1).changes();
            assertThat(next).startsWith(changes.get(i + 1));
        }
        var end = feed.page(changes.getLast().cursor(), 1);
        assertThat(end.changes()).isEmpty();
        assertThat(end.more()).isFalse();
        registry.anonymous().get("/v1/changes?after=nonsense").expectProblem(400, "invalid-cursor");
    }

    @Test
    void loses_and_repeats_nothing_while_three_services_write() throws Exception {
        var start = feed.now();
        var others = Others.of(registry);
        var writers = List.<Callable<List<Held>>>of(
                () -> written(i -> institutes.active(uniqueName("Institut suivi"))),
                () -> written(i -> others.partner(uniqueName("Partenaire suivi"))),
                () -> written(i -> others.published(others.seminar(uniqueName("Séminaire suivi")))));

        List<Held> records;
        List<Change> followed;
        try (var threads = Executors.newFixedThreadPool(writers.size() + 1)) {
            var writing = writers.stream().map(threads::submit).toList();
            var following = threads.submit(() -> follow(start, writing));
            followed = following.get();
            records = writing.stream()
                    .map(Future::resultNow)
                    .flatMap(List::stream)
                    .toList();
        }

        assertThat(followed).isEqualTo(feed.after(start)).doesNotHaveDuplicates();
        var bySubject = followed.stream().collect(groupingBy(Change::subject));
        assertThat(records).hasSize(writers.size() * WRITES_EACH).allSatisfy(written -> assertThat(
                        bySubject.getOrDefault(written.id(), List.of()))
                .extracting(Change::version)
                .isEqualTo(IntStream.rangeClosed(1, written.version()).boxed().toList()));
    }

    private static List<Held> written(Function<Integer, Held> write) {
        return IntStream.range(0, WRITES_EACH).boxed().map(write).toList();
    }

    /** Reads from one resumeCursor to the next until all is written and the feed has it. */
    private List<Change> follow(String start, List<Future<List<Held>>> writing) {
        var followed = new ArrayList<Change>();
        var here = new String[] {start};
        await().atMost(Duration.ofSeconds(90))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> {
                    var page = feed.page(here[0], 10);
                    followed.addAll(page.changes());
                    here[0] = page.resumeCursor();
                    return isFollowed(followed, writing);
                });
        return followed;
    }

    private static boolean isFollowed(List<Change> followed, List<Future<List<Held>>> writing) {
        if (!writing.stream().allMatch(Future::isDone)) {
            return false;
        }
        var seen = followed.stream()
                .map(change -> change.subject() + " " + change.version())
                .collect(toSet());
        return writing.stream()
                .flatMap(part -> part.resultNow().stream())
                .allMatch(written -> seen.contains(written.id() + " " + written.version()));
    }

    @Test
    void gives_only_the_types_that_are_asked_for() {
        Others.of(registry).partner(uniqueName("Partenaire choisi"));
        awaitChanges(institutes.active(uniqueName("Institut choisi")).id(), 3);
        var all = feed.all();

        assertThat(feed.only("institute.activated,partner.*").all(7))
                .isEqualTo(all.stream()
                        .filter(change -> change.type().equals("institute.activated")
                                || change.type().startsWith("partner."))
                        .toList())
                .extracting(Change::source)
                .contains("/institutes-service", "/partnerships-service");
        registry.anonymous().get("/v1/changes?types=Institutes").expectProblem(400, "invalid-request");
    }

    @Test
    void shows_the_public_what_is_public_alone() {
        var draft = institutes.draft(uniqueName("Institut caché")).id();
        var active = institutes.active(uniqueName("Institut montré")).id();
        awaitChanges(active, 3);

        var shown = Feed.of(registry.anonymous()).all();

        assertThat(feed.all()).containsAll(shown).extracting(Change::subject).contains(draft);
        assertThat(shown).extracting(Change::subject).doesNotContain(draft);
        assertThat(shown.stream().filter(change -> change.subject().equals(active)))
                .extracting(Change::type)
                .containsExactly("institute.activated");
        assertThat(shown).extracting(Change::type).doesNotContain("institute.created", "convention.proposed");
    }

    @Test
    void publishes_what_the_feed_shows_as_cloud_events() {
        var institute = institutes.patch(institutes.active(uniqueName("Institut diffusé")), "{\"region\": \"MA-05\"}");
        var messages = await().atMost(LIMIT)
                .until(() -> Messages.of(List.of(institute.id())), found -> found.size() == institute.version());
        var changes = awaitChanges(institute.id(), institute.version()).stream()
                .collect(toMap(Change::id, Function.identity()));

        assertThat(messages)
                .extracting(Message::topic)
                .containsExactly(Messages.RESTRICTED, Messages.RESTRICTED, Messages.PUBLIC, Messages.PUBLIC);
        assertThat(messages).allSatisfy(message -> {
            assertThat(changes).containsKey(message.id());
            assertIsCloudEventOf(Objects.requireNonNull(changes.get(message.id())), message);
            assertThat(MessageSchema.violations(message.received())).isEmpty();
            registry.anonymous().get(message.header("ce_dataschema")).expect(200);
        });
    }

    private static void assertIsCloudEventOf(Change change, Message message) {
        assertThat(message.version()).isEqualTo(change.version());
        assertThat(message.header("ce_sequence")).isEqualTo(change.cursor());
        assertThat(message.header("ce_type")).isEqualTo("ma.jazari." + change.type() + ".v1");
        assertThat(message.header("ce_source")).isEqualTo(change.source()).isEqualTo("/institutes-service");
        assertThat(message.header("ce_specversion")).isEqualTo("1.0");
        assertThat(message.header("ce_subject")).isEqualTo(message.institute()).isEqualTo(change.subject());
        assertThat(message.header("ce_partitionkey")).isEqualTo(message.institute());
        assertThat(Instant.parse(message.header("ce_time")))
                .isBetween(Instant.now().minusSeconds(300), Instant.now());
        assertThat(message.header("ce_dataschema")).isEqualTo("/schemas/institute.v1.json");
        assertThat(message.header("ce_actor")).isNotEmpty();
        assertThat(message.header("traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]");
        assertThat(message.header("content-type")).isEqualTo("application/json");
    }

    @Test
    void orders_the_changes_of_all_services_in_one_line() {
        var changes = feed.all();

        assertThat(changes)
                .extracting(Change::source)
                .contains("/institutes-service", "/partnerships-service", "/events-service");
        assertThat(changes).extracting(Change::cursor).doesNotHaveDuplicates();
        assertThat(changes).extracting(Change::id).doesNotHaveDuplicates();
        changes.stream().collect(groupingBy(Change::subject)).values().forEach(ofOne -> assertThat(ofOne)
                .extracting(Change::version)
                .isSorted());
    }

    /** The changes of a record, once the feed has that many. */
    private List<Change> awaitChanges(String record, int count) {
        return await().atMost(LIMIT)
                .pollDelay(Duration.ZERO)
                .until(
                        () -> feed.all().stream()
                                .filter(change -> change.subject().equals(record))
                                .toList(),
                        found -> found.size() >= count);
    }
}
