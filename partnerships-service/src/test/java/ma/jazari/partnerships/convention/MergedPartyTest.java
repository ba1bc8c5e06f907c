package ma.jazari.partnerships.convention;

import static ma.jazari.partnerships.convention.ConventionFixture.convention;
import static ma.jazari.partnerships.convention.ConventionFixture.draft;
import static ma.jazari.partnerships.convention.ConventionFixture.drafted;
import static ma.jazari.partnerships.convention.ConventionFixture.move;
import static ma.jazari.partnerships.convention.ConventionFixture.patch;
import static ma.jazari.partnerships.institutecopy.InstituteMessageFixture.activeInstitute;
import static ma.jazari.partnerships.institutecopy.InstituteMessageFixture.copyOf;
import static ma.jazari.partnerships.institutecopy.InstituteMessageFixture.merged;
import static ma.jazari.partnerships.institutecopy.InstituteMessageFixture.restored;
import static ma.jazari.platform.test.Api.anonymous;
import static ma.jazari.platform.test.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;
import ma.jazari.partnerships.institutecopy.InstituteCopy;
import ma.jazari.platform.test.Feed;
import ma.jazari.platform.test.RealParts;
import ma.jazari.platform.test.Tokens;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Conventions that name an institute which was merged: they follow, and nothing of them is rewritten. */
@QuarkusTest
@WithTestResource(RealParts.class)
class MergedPartyTest {

    @Inject
    AgroalDataSource database;

    @Test
    void lets_the_successor_act_for_the_party() {
        var old = activeInstitute();
        var successor = activeInstitute();
        var other = activeInstitute();
        var id = drafted("Convention suivie", old, other);
        var successorsAdmin = Tokens.instituteAdmin(successor);
        as(successorsAdmin).get("/v1/conventions/{id}", id).then().statusCode(404);

        merged(old, successor, 4);

        as(successorsAdmin)
                .get("/v1/conventions/{id}", id)
                .then()
                .statusCode(200)
                .body("parties[0].party.id", equalTo(old))
                .body("parties[0].currentId", equalTo(successor))
                .body("parties[1]", not(hasKey("currentId")))
                .body("ownerParty.id", equalTo(old))
                .body("availableTransitions", contains("PROPOSED", "WITHDRAWN"));
        patch(successorsAdmin, id, "*", "{\"effectiveFrom\": \"2026-12-01\"}")
                .then()
                .statusCode(200);
        move(successorsAdmin, id, "PROPOSED").then().statusCode(200).body("status", equalTo("PROPOSED"));
        as(successorsAdmin)
                .get("/v1/conventions/{id}/history", id)
                .then()
                // Besides, the merge itself marks the convention some time later.
                .body("items.type", hasItems("convention.drafted", "convention.updated", "convention.proposed"));
        as(Tokens.instituteAdmin(activeInstitute()))
                .get("/v1/conventions/{id}", id)
                .then()
                .statusCode(404);
    }

    @Test
    void finds_what_names_the_old_one_under_both_ids() {
        var first = activeInstitute();
        var second = activeInstitute();
        var last = activeInstitute();
        var other = activeInstitute();
        var id = drafted("Convention d'une lignée", first, other);
        var late = drafted("Convention tardive", last, other);
        merged(first, second, 4);
        merged(second, last, 4);

        var admin = Tokens.instituteAdmin(last);
        as(admin)
                .get("/v1/conventions?party={p}&total=true", last)
                .then()
                .statusCode(200)
                .body("items.id", contains(id, late))
                .body("total", equalTo(2))
                .body("items[0].parties[0].currentId", equalTo(last));
        as(admin).get("/v1/conventions?party={p}", second).then().body("items.id", contains(id));
        as(admin).get("/v1/conventions?party={p}", first).then().body("items.id", contains(id));
        as(Tokens.networkAdmin()).get("/v1/conventions?party={p}", last).then().body("items.id", contains(id, late));
        anonymous().get("/v1/conventions?party={p}&total=true", last).then().body("total", equalTo(0));
        as(admin).get("/v1/conventions?party=nonsense").then().statusCode(400);
    }

    @Test
    void leaves_the_text_and_its_digest_as_they_were() throws Exception {
        var old = activeInstitute();
        var successor = activeInstitute();
        var id = drafted("Convention immuable", old, activeInstitute());
        move(Tokens.instituteAdmin(old), id, "PROPOSED").then().statusCode(200);
        var before = as(Tokens.networkAdmin()).get("/v1/conventions/{id}", id);

        merged(old, successor, 4);

        var after = as(Tokens.networkAdmin()).get("/v1/conventions/{id}", id);
        assertThat(after.<String>path("digest.value")).isEqualTo(before.<String>path("digest.value"));
        // Its version goes up when the merge marks it.
        assertThat(after.<Integer>path("revision")).isEqualTo(before.<Integer>path("revision"));
        assertThat(after.<String>path("parties[0].currentId")).isEqualTo(successor);
        assertThat(text(id)).contains(old).doesNotContain(successor);
    }

    @Test
    void counts_a_merged_party_as_its_successor_stands() {
        var old = activeInstitute();
        var successor = activeInstitute();
        var other = activeInstitute();
        merged(old, successor, 4);

        draft(Tokens.instituteAdmin(successor), convention("Convention au vieux nom", old, other))
                .then()
                .statusCode(201)
                .body("ownerParty.id", equalTo(old))
                .body("parties[0].currentId", equalTo(successor));
        merged(successor, "j4k7xq236", 4);
        draft(Tokens.instituteAdmin(old), convention("Convention sans suite", old, other))
                .then()
                .statusCode(409)
                .body("detail", containsString("is MERGED"));
    }

    @Test
    void shows_the_successor_the_changes_of_the_party() {
        var old = activeInstitute();
        var successor = activeInstitute();
        var since = Feed.end();
        var id = drafted("Convention dans le fil", old, activeInstitute());
        merged(old, successor, 4);

        Awaitility.await().atMost(20, TimeUnit.SECONDS).untilAsserted(() -> as(Tokens.instituteAdmin(successor))
                .get("/v1/changes?types=convention.drafted&limit=200&after={after}", since)
                .then()
                .body("items.subject.id", hasItem(id)));
    }

    @Test
    void reverts_by_itself_when_the_merge_is_taken_back() {
        var old = activeInstitute();
        var successor = activeInstitute();
        var id = drafted("Convention rendue", old, activeInstitute());
        merged(old, successor, 4);
        assertThat(copyOf(old).map(InstituteCopy::successorId)).contains(successor);

        restored(old, 5);

        assertThat(copyOf(old).orElseThrow().successorId()).isNull();
        as(Tokens.instituteAdmin(successor))
                .get("/v1/conventions/{id}", id)
                .then()
                .statusCode(404);
        as(Tokens.instituteAdmin(old))
                .get("/v1/conventions/{id}", id)
                .then()
                .statusCode(200)
                .body("parties", everyItem(not(hasKey("currentId"))));
        as(Tokens.instituteAdmin(successor))
                .get("/v1/conventions?party={p}", successor)
                .then()
                .body("items", empty());
    }

    @Test
    void bears_copies_that_name_each_other_while_messages_overtake_each_other() {
        var one = activeInstitute();
        var two = activeInstitute();
        var id = drafted("Convention en désordre", one, two);
        merged(one, two, 4);
        merged(two, one, 4);

        as(Tokens.instituteAdmin(one))
                .get("/v1/conventions/{id}", id)
                .then()
                .statusCode(200)
                .body("parties", everyItem(not(hasKey("currentId"))));
        as(Tokens.networkAdmin()).get("/v1/conventions?party={p}", one).then().body("items.id", contains(id));

        restored(one, 5);

        as(Tokens.networkAdmin()).get("/v1/conventions/{id}", id).then().body("parties.currentId", hasItem(one));
    }

    private String text(String id) throws Exception {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select canonical from convention_revision where convention_id = ?")) {
            select.setString(1, id);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
