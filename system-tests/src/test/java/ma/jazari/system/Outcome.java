package ma.jazari.system;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import ma.jazari.platform.test.HashChain;
import ma.jazari.system.harness.Answer;
import ma.jazari.system.harness.Change;
import ma.jazari.system.harness.Feed;
import ma.jazari.system.harness.Messages;
import ma.jazari.system.harness.Messages.Message;
import ma.jazari.system.harness.Registry;

/** What must be true of institutes in the end, whatever happened while they were written. */
record Outcome(Registry registry, List<Held> institutes) {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(500);
    /** Creation and submission are not public. */
    private static final List<Integer> RESTRICTED = List.of(1, 2);

    private static final int FIRST_PUBLIC = 3;

    /** Every change is on its topic, in the order of the record's versions, once for those who know ids. */
    void everyChangeIsPublishedInOrder() {
        await().atMost(LIMIT).pollInterval(PAUSE).untilAsserted(this::checkPublished);
        await().atMost(LIMIT).until(() -> registry.unpublishedInstitutes() == 0);
    }

    private void checkPublished() {
        var ids = institutes.stream().map(Held::id).toList();
        var messages = Messages.effective(Messages.of(ids)).stream().collect(groupingBy(Message::institute));
        assertThat(institutes).allSatisfy(institute -> {
            var ofOne = messages.getOrDefault(institute.id(), List.of());
            assertThat(Messages.versions(ofOne, Messages.RESTRICTED)).isEqualTo(RESTRICTED);
            assertThat(Messages.versions(ofOne, Messages.PUBLIC)).isEqualTo(versions(FIRST_PUBLIC, institute));
        });
    }

    /** The feed has every change once, in the order of each record's versions. */
    void theFeedHasEveryChangeOnce(String since) {
        var bySubject = Feed.of(registry.as("auditor")).after(since).stream().collect(groupingBy(Change::subject));
        assertThat(institutes).allSatisfy(institute -> assertThat(bySubject.getOrDefault(institute.id(), List.of()))
                .extracting(Change::version)
                .isEqualTo(versions(1, institute)));
    }

    /** Every history holds every version and verifies by the documented recipe. */
    void everyHistoryVerifies() {
        var auditor = registry.as("auditor");
        assertThat(institutes).allSatisfy(institute -> {
            var history =
                    auditor.get(Institutes.path(institute.id()) + "/history").expect(200);
            assertThat(history.elements("/items"))
                    .extracting(item -> item.path("version").asInt())
                    .isEqualTo(versions(1, institute));
            assertThat(HashChain.holds(history.body())).isTrue();
        });
    }

    /** There is one record for each institute that a client admitted, and no other. */
    void nothingIsThereTwice(String word) {
        var total = registry.as("auditor")
                .get(Institutes.PATH + "?limit=1&total=true&q=" + word)
                .expect(200)
                .json()
                .path("total")
                .asInt();
        assertThat(total).isEqualTo(institutes.size());
        assertThat(institutes).extracting(Held::id).doesNotHaveDuplicates();
    }

    /** Another service knows the last state: it takes the active ones as parties and refuses the suspended. */
    void partnershipsKnowsTheLastState() {
        var conventions = Conventions.of(registry);
        assertThat(institutes).allSatisfy(institute -> await().atMost(LIMIT)
                .pollDelay(Duration.ZERO)
                .untilAsserted(() -> checkKnown(institute, conventions.draftWith(institute.id()))));
    }

    private static void checkKnown(Held institute, Answer answer) {
        if (institute.status().equals("ACTIVE")) {
            answer.expect(201);
        } else {
            // It was refused before it became active, too: the reason tells what the other service knows.
            assertThat(answer.expect(409).text("/detail")).contains("is " + institute.status());
        }
    }

    private static List<Integer> versions(int first, Held institute) {
        return IntStream.rangeClosed(first, institute.version()).boxed().toList();
    }
}
