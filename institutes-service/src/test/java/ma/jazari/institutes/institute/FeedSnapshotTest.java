package ma.jazari.institutes.institute;

import static java.util.concurrent.TimeUnit.SECONDS;
import static ma.jazari.institutes.institute.InstituteFixture.active;
import static ma.jazari.institutes.institute.InstituteFixture.draft;
import static ma.jazari.institutes.institute.InstituteFixture.move;
import static ma.jazari.platform.test.Api.anonymous;
import static ma.jazari.platform.test.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ma.jazari.platform.feed.FeedCursor;
import ma.jazari.platform.test.Feed;
import ma.jazari.platform.test.RealParts;
import ma.jazari.platform.test.Tokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The records as they stood at one place in the feed, for a reader who starts anew. */
@QuarkusTest
@WithTestResource(RealParts.class)
class FeedSnapshotTest {

    @Test
    void shows_each_record_as_it_stood_at_its_place_whatever_came_later() {
        InstituteFixture.root();
        var start = Feed.end();
        var moved = draft("Institut photographié");
        var other = draft("Institut voisin");
        await().atMost(20, SECONDS)
                .until(() -> Feed.walk(start, "items.subject.id").contains(other));
        var place = Feed.end();
        for (var status : List.of("PENDING", "ACTIVE")) {
            move(moved, status).then().statusCode(200);
        }
        var late = draft("Institut tardif");
        await().atMost(20, SECONDS)
                .until(() -> Feed.walk(place, "items.subject.id").contains(late));

        var then = snapshot(Tokens.networkAdmin(), place, 200);

        assertThat(then).containsEntry(moved, 1).containsEntry(other, 1).doesNotContainKey(late);
        assertThat(snapshot(Tokens.networkAdmin(), place, 50)).isEqualTo(then);
        assertThat(snapshot(Tokens.networkAdmin(), Feed.end(), 200))
                .containsEntry(moved, 3)
                .containsEntry(late, 1);
    }

    @Test
    void shows_the_public_what_is_public_alone() {
        var start = Feed.end();
        var hidden = draft("Institut au brouillon");
        var shown = active("Institut au grand jour");
        await().atMost(20, SECONDS).until(() -> Feed.walk(start, "items.type").contains("institute.activated"));

        assertThat(snapshot(null, Feed.end(), 200)).containsKey(shown).doesNotContainKey(hidden);
    }

    @Test
    void sends_those_here_whose_cursor_is_from_before_a_restore() {
        var old = new FeedCursor("00000000", "institutes-service", 1).encode();

        as(Tokens.networkAdmin())
                .get("/v1/changes?after={after}", old)
                .then()
                .statusCode(410)
                .body("type", equalTo("/problems/gone"))
                .body("snapshot", equalTo("/v1/changes/snapshot"));
        anonymous().get("/v1/changes/snapshot?through={through}", old).then().statusCode(410);
        anonymous().get("/v1/changes/snapshot").then().statusCode(400);
    }

    @Test
    void gives_the_changes_of_the_records_that_are_named() {
        var start = Feed.end();
        var named = draft("Institut nommé");
        draft("Institut tu");
        var also = draft("Institut nommé aussi");
        await().atMost(20, SECONDS)
                .until(() -> Feed.walk(start, "items.subject.id").contains(also));

        var found = as(Tokens.networkAdmin())
                .get("/v1/changes?after={after}&subjectIds={a},{b}", start, named, also)
                .jsonPath()
                .getList("items.subject.id", String.class);

        assertThat(found).containsExactly(named, also);
    }

    /** The version of each record, by its id. */
    private static Map<String, Integer> snapshot(@Nullable String token, String place, int limit) {
        var versions = new HashMap<String, Integer>();
        @Nullable String next = null;
        do {
            var page = (token == null ? anonymous() : as(token))
                    .queryParam("through", place)
                    .queryParam("limit", limit)
                    .queryParams(next == null ? Map.of() : Map.of("cursor", next))
                    .get("/v1/changes/snapshot")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            for (int i = 0; i < page.getList("items").size(); i++) {
                var subject = "items[" + i + "].subject.";
                assertThat(versions.put(page.getString(subject + "id"), page.getInt(subject + "version")))
                        .isNull();
            }
            next = page.getString("nextCursor");
        } while (next != null);
        return versions;
    }
}
