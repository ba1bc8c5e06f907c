package ma.jazari.events.programevent;

import static java.util.concurrent.TimeUnit.SECONDS;
import static ma.jazari.events.programevent.ApiFixture.activeInstitute;
import static ma.jazari.events.programevent.ApiFixture.announce;
import static ma.jazari.events.programevent.ApiFixture.announceMerged;
import static ma.jazari.events.programevent.ApiFixture.create;
import static ma.jazari.events.programevent.ApiFixture.draft;
import static ma.jazari.events.programevent.ApiFixture.move;
import static ma.jazari.events.programevent.ApiFixture.patch;
import static ma.jazari.events.programevent.ApiFixture.seminar;
import static ma.jazari.platform.test.Api.anonymous;
import static ma.jazari.platform.test.Api.as;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Objects;
import ma.jazari.platform.test.Feed;
import ma.jazari.platform.test.RealParts;
import ma.jazari.platform.test.Tokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Program events of an institute which was merged: they follow, and nothing of them is rewritten. */
@QuarkusTest
@WithTestResource(RealParts.class)
class MergedHostTest {

    @Test
    void lets_the_successor_hold_the_events_of_the_host() {
        var old = activeInstitute();
        var successor = activeInstitute();
        var id = draft("Événement suivi", old);
        var admin = Tokens.instituteAdmin(successor);
        as(admin).get("/v1/program-events/{id}", id).then().statusCode(404);

        merge(old, successor, id);

        as(admin)
                .get("/v1/program-events/{id}", id)
                .then()
                .statusCode(200)
                .body("hostInstituteIds", contains(old))
                .body("currentHostInstituteIds", contains(successor))
                .body("version", equalTo(1));
        patch(admin, id, "*", "{\"languages\": [\"fr\"]}").then().statusCode(200);
        move(admin, id, "PUBLISHED").then().statusCode(200).body("status", equalTo("PUBLISHED"));
        create(admin, seminar("Événement au vieux nom", old)).then().statusCode(201);
        as(Tokens.instituteAdmin(activeInstitute()))
                .get("/v1/program-events/{id}", draft("Événement d'autrui", old))
                .then()
                .statusCode(404);
    }

    @Test
    void finds_the_events_of_the_host_under_both_ids() {
        var first = activeInstitute();
        var second = activeInstitute();
        var last = activeInstitute();
        var since = Feed.end();
        var id = draft("Événement d'une lignée", first);
        var late = draft("Événement tardif", last);
        merge(first, second, id);
        announceMerged(second, last, 4);
        await().atMost(20, SECONDS).until(() -> Objects.equals(currentHost(id), last));

        var admin = Tokens.instituteAdmin(last);
        as(admin)
                .get("/v1/program-events?institute={i}&limit=200", last)
                .then()
                .body("items.id", hasItems(id, late))
                .body("items.find { it.id == '" + id + "' }.currentHostInstituteIds", contains(last))
                .body("items.find { it.id == '" + late + "' }", not(hasKey("currentHostInstituteIds")));
        as(admin)
                .get("/v1/program-events?institute={i}&limit=200", first)
                .then()
                .body("items.id", hasItem(id))
                .body("items.id", not(hasItem(late)));
        anonymous()
                .get("/v1/program-events?institute={i}&limit=200", last)
                .then()
                .body("items.id", not(hasItem(id)));
        await().atMost(20, SECONDS).untilAsserted(() -> as(admin)
                .get("/v1/changes?types=program-event.drafted&limit=200&after={after}", since)
                .then()
                .body("items.subject.id", hasItem(id)));
    }

    @Test
    void publishes_with_a_merged_host_while_its_successor_is_active() {
        var old = activeInstitute();
        var successor = activeInstitute();
        var id = draft("Événement à publier", old);
        merge(old, successor, id);
        announce(successor, "suspended", "SUSPENDED", 4);

        await().atMost(20, SECONDS)
                .untilAsserted(() ->
                        move(draft("Sonde", successor), "PUBLISHED").then().statusCode(409));
        move(id, "PUBLISHED").then().statusCode(409).body("detail", containsString(old + " is MERGED"));

        announce(successor, "reinstated", "ACTIVE", 5);
        await().atMost(20, SECONDS).until(() -> move(id, "PUBLISHED").statusCode() == 200);
    }

    @Test
    void reverts_by_itself_when_the_merge_is_taken_back() {
        var old = activeInstitute();
        var successor = activeInstitute();
        var id = draft("Événement rendu", old);
        merge(old, successor, id);

        announce(old, "restored", "ACTIVE", 5);

        await().atMost(20, SECONDS).until(() -> currentHost(id) == null);
        as(Tokens.instituteAdmin(successor))
                .get("/v1/program-events/{id}", id)
                .then()
                .statusCode(404);
        as(Tokens.instituteAdmin(old))
                .get("/v1/program-events/{id}", id)
                .then()
                .statusCode(200)
                .body("$", not(hasKey("currentHostInstituteIds")));
    }

    /** Merges the host of the event, and waits until that has arrived. */
    private static void merge(String old, String successor, String event) {
        announceMerged(old, successor, 4);
        await().atMost(20, SECONDS).until(() -> Objects.equals(currentHost(event), successor));
    }

    private static @Nullable String currentHost(String event) {
        return as(Tokens.networkAdmin()).get("/v1/program-events/{id}", event).path("currentHostInstituteIds[0]");
    }
}
