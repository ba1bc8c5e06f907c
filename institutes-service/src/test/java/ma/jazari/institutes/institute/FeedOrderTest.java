package ma.jazari.institutes.institute;

import static java.util.concurrent.TimeUnit.SECONDS;
import static ma.jazari.institutes.institute.InstituteFixture.draft;
import static ma.jazari.platform.test.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import ma.jazari.platform.test.Feed;
import ma.jazari.platform.test.RealParts;
import ma.jazari.platform.test.Tokens;
import ma.jazari.platform.test.TopicReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nobody who follows the feed misses a change, whatever order transactions commit in. */
@QuarkusTest
@WithTestResource(RealParts.class)
class FeedOrderTest {

    private static final String LATE =
            """
            insert into change_log (id, type, subject_type, subject_id, subject_version, at, actor, entry, hash, state)
            values (?::uuid, 'institute.created', 'INSTITUTE', ?, 1, now(), 'test', '{"at": "2026-01-01T00:00:00Z"}', 'none', '{}')
            """;

    @Inject
    AgroalDataSource database;

    private String start;

    @BeforeEach
    void begin_behind_what_others_have_left() {
        start = Feed.end();
    }

    @Test
    void shows_a_change_that_commits_late_to_a_reader_who_is_past_those_that_overtook_it() throws SQLException {
        var late = "late-" + UUID.randomUUID();
        String overtaker;
        String past;
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (var insert = connection.prepareStatement(LATE)) {
                insert.setString(1, UUID.randomUUID().toString());
                insert.setString(2, late);
                insert.executeUpdate();
            }
            overtaker = draft("Institut pressé");
            await().atMost(20, SECONDS).until(() -> subjects().contains(overtaker));
            past = Feed.walk(start, "items.cursor").getLast();
            connection.commit();
        }

        var found = new ArrayList<String>();
        await().atMost(20, SECONDS).until(() -> {
            follow(past, found);
            return found.contains(late);
        });

        assertThat(found).doesNotContain(overtaker);
        assertThat(subjects()).containsSubsequence(overtaker, late);
    }

    @Test
    void moves_a_reader_on_who_finds_nothing_of_its_types() {
        var before = lastCursor();
        draft("Institut sans intérêt");

        var resume = await().atMost(20, SECONDS)
                .until(
                        () -> as(Tokens.networkAdmin())
                                .queryParam("after", before)
                                .get("/v1/changes?types=institute.closed")
                                .<String>path("resumeCursor"),
                        cursor -> !cursor.equals(before));

        assertThat(resume).isNotEqualTo(before);
    }

    @Test
    void shows_each_of_many_concurrent_changes_once_to_a_reader_that_follows() throws Exception {
        var follower = new ArrayList<String>();
        var after = lastCursor();
        Callable<String> write = () -> draft("Institut en foule");

        List<String> written;
        try (var clients = Executors.newFixedThreadPool(8)) {
            var answers =
                    IntStream.range(0, 80).mapToObj(i -> clients.submit(write)).toList();
            while (!answers.stream().allMatch(Future::isDone)) {
                after = follow(after, follower);
            }
            written = answers.stream().map(answer -> answer.resultNow()).toList();
        }
        var from = after;
        await().atMost(20, SECONDS).until(() -> {
            follow(from, follower);
            return follower.containsAll(written);
        });

        var seen = follower.stream().filter(written::contains).distinct().toList();
        assertThat(seen).hasSize(80);
        await().atMost(20, SECONDS).untilAsserted(() -> assertThat(TopicReader.all("jazari.institutes.restricted"))
                .extracting(message -> message.key())
                .containsAll(written));
    }

    private static String follow(String after, List<String> follower) {
        var page = as(Tokens.networkAdmin()).queryParam("after", after).get("/v1/changes?limit=200");
        follower.addAll(page.<List<String>>path("items.subject.id"));
        return page.path("resumeCursor");
    }

    private String lastCursor() {
        draft("Institut de départ");
        return await().atMost(20, SECONDS)
                .until(() -> Feed.walk(start, "items.cursor"), found -> !found.isEmpty())
                .getLast();
    }

    private List<String> subjects() {
        return Feed.walk(start, "items.subject.id");
    }
}
