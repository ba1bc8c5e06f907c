package ma.jazari.institutes.institute;

import static ma.jazari.institutes.institute.InstituteFixture.active;
import static ma.jazari.institutes.institute.InstituteFixture.body;
import static ma.jazari.institutes.institute.InstituteFixture.create;
import static ma.jazari.institutes.institute.InstituteFixture.draft;
import static ma.jazari.institutes.institute.InstituteFixture.etag;
import static ma.jazari.institutes.institute.InstituteFixture.institute;
import static ma.jazari.institutes.institute.InstituteFixture.move;
import static ma.jazari.institutes.institute.InstituteFixture.patch;
import static ma.jazari.platform.test.Api.anonymous;
import static ma.jazari.platform.test.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import ma.jazari.platform.test.HashChain;
import ma.jazari.platform.test.RealParts;
import ma.jazari.platform.test.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealParts.class)
class InstituteResourceTest {

    @Test
    void creates_a_draft_with_location_and_etag() {
        var answer = create(institute("Institut de Fès"));

        var id = answer.then()
                .statusCode(201)
                .header("ETag", startsWith("\"1-"))
                .header("Content-Language", "fr")
                .body("status", equalTo("DRAFT"))
                .body("displayName", equalTo("Institut de Fès"))
                .body("availableTransitions", contains("PENDING"))
                .body("version", equalTo(1))
                .extract()
                .<String>path("id");
        assertThat(answer.header("Location")).isEqualTo("/v1/institutes/" + id);
    }

    @Test
    void names_every_violation_with_its_pointer_at_once() {
        var garbage =
                """
                {"kind": "CASTLE", "names": [{"value": "", "lang": "French", "type": "DISPLAY"}, 5],
                 "missions": "RESEARCH", "region": "MA-13", "established": "yesterday", "status": "ACTIVE",
                 "location": {"lat": "north", "lon": 500}, "contacts": [{"role": "X", "email": "nobody"}]}
                """;

        create(garbage)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/invalid-request"))
                .body("instance", equalTo("/v1/institutes"))
                .body("requestId", not(equalTo(null)))
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/kind",
                                "/names/0/value",
                                "/names/0/lang",
                                "/names/1",
                                "/missions",
                                "/region",
                                "/established",
                                "/status",
                                "/location/lat",
                                "/location/lon",
                                "/contacts/0/email"));
    }

    @Test
    void refuses_what_is_not_json() {
        create("{\"kind\": ").then().statusCode(400).body("errors[0].detail", containsString("line 1"));
        create("[]").then().statusCode(400);
        create("{\"kind\": \"ROOT\", \"kind\": \"ROOT\"}").then().statusCode(400);
    }

    @Test
    void needs_a_token_and_the_role_to_create() {
        anonymous()
                .contentType(ContentType.JSON)
                .body(institute("X"))
                .post("/v1/institutes")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", startsWith("Bearer"))
                .contentType("application/problem+json");
        as(Tokens.auditor())
                .contentType(ContentType.JSON)
                .body(institute("X"))
                .post("/v1/institutes")
                .then()
                .statusCode(403)
                .contentType("application/problem+json");
        for (var token :
                new String[] {Tokens.expired(), Tokens.badlySigned(), Tokens.forAnotherAudience(), "garbage"}) {
            as(token).get("/v1/institutes").then().statusCode(401).body("type", equalTo("/problems/unauthenticated"));
        }
    }

    @Test
    void hides_a_draft_from_strangers_everywhere() {
        var id = draft("Institut caché");

        for (var token : new String[] {Tokens.instituteAdmin("j00000098"), Tokens.partner("p00000098")}) {
            as(token).get("/v1/institutes/{id}", id).then().statusCode(404);
            as(token).get("/v1/institutes/{id}/history", id).then().statusCode(404);
            as(token)
                    .get("/v1/institutes?ids={id}&total=true", id)
                    .then()
                    .body("items", empty())
                    .body("total", equalTo(0));
        }
        anonymous().get("/v1/institutes/{id}", id).then().statusCode(404).body("detail", not(containsString("DRAFT")));
        as(Tokens.instituteAdmin(id)).get("/v1/institutes/{id}", id).then().statusCode(200);
        as(Tokens.auditor()).get("/v1/institutes/{id}", id).then().statusCode(200);
        patch(Tokens.instituteAdmin("j00000098"), id, "*", "{\"region\": \"MA-01\"}")
                .then()
                .statusCode(404);
    }

    @Test
    void changes_by_merge_patch_with_if_match_alone() {
        var id = active("Institut à changer");
        var stale = etag(id);

        as(Tokens.networkAdmin())
                .contentType("application/merge-patch+json")
                .body("{}")
                .patch("/v1/institutes/{id}", id)
                .then()
                .statusCode(428);
        patch(
                        Tokens.networkAdmin(),
                        id,
                        stale,
                        "{\"region\": \"MA-09\", \"location\": {\"city\": \"Agadir\", \"lat\": 30.0}}")
                .then()
                .statusCode(200)
                .body("region", equalTo("MA-09"))
                .body("version", equalTo(4));
        patch(Tokens.networkAdmin(), id, stale, "{\"region\": \"MA-10\"}")
                .then()
                .statusCode(412)
                .body("currentVersion", equalTo(4));
        patch(Tokens.networkAdmin(), id, etag(id), "{\"location\": {\"city\": null}}")
                .then()
                .statusCode(200)
                .body("location", not(hasKey("city")))
                .body("location.lat", equalTo(30));
    }

    @Test
    void leaves_no_trace_of_a_patch_that_changes_nothing() {
        var id = active("Institut stable");

        patch(Tokens.networkAdmin(), id, etag(id), "{\"region\": \"MA-03\"}")
                .then()
                .statusCode(200)
                .body("version", equalTo(3));

        anonymous().get("/v1/institutes/{id}/history?total=true", id).then().body("total", equalTo(1));
    }

    @Test
    void refuses_read_only_and_broken_properties_in_a_patch() {
        var id = active("Institut strict");

        patch(Tokens.networkAdmin(), id, etag(id), "{\"status\": \"CLOSED\", \"names\": [], \"region\": 7}")
                .then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/status", "/names", "/region"));
    }

    @Test
    void lets_an_institute_admin_change_its_own_alone() {
        var own = active("Institut propre");
        var other = active("Institut autre");

        patch(Tokens.instituteAdmin(own), own, etag(own), "{\"region\": \"MA-02\"}")
                .then()
                .statusCode(200);
        patch(Tokens.instituteAdmin(own), other, etag(other), "{\"region\": \"MA-02\"}")
                .then()
                .statusCode(403);
    }

    @Test
    void moves_through_its_lifecycle_and_says_what_is_open() {
        InstituteFixture.root();
        var id = draft("Institut vivant");

        move(id, "ACTIVE")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/move-not-allowed"))
                .body("allowed", contains("PENDING"));
        move(id, "PENDING").then().statusCode(200).body("availableTransitions", contains("ACTIVE", "REJECTED"));
        as(Tokens.instituteAdmin(id))
                .contentType(ContentType.JSON)
                .header("If-Match", etag(id))
                .body("{\"to\": \"ACTIVE\"}")
                .post("/v1/institutes/{id}/transitions", id)
                .then()
                .statusCode(409)
                .body("allowed", empty());
        move(id, "ACTIVE").then().statusCode(200).header("ETag", startsWith("\"3-"));
        anonymous()
                .get("/v1/institutes/{id}", id)
                .then()
                .statusCode(200)
                .body("status", equalTo("ACTIVE"))
                .body("availableTransitions", empty());
        as(Tokens.networkAdmin())
                .contentType(ContentType.JSON)
                .header("If-Match", etag(id))
                .body("{\"to\": \"SUSPENDED\"}")
                .post("/v1/institutes/{id}/transitions", id)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/reason"));
        move(id, "SUSPENDED").then().statusCode(200);
        move(id, "ACTIVE").then().statusCode(200);
        move(id, "CLOSED").then().statusCode(200);
        move(id, "ACTIVE").then().statusCode(409);
    }

    @Test
    void keeps_exactly_one_root() {
        var root = InstituteFixture.root();

        create(body("ROOT", "Une autre racine", "")).then().statusCode(409);
        move(root, "CLOSED").then().statusCode(409);
        assertThat(root).isEqualTo("j00000098");
    }

    @Test
    void refuses_cycles_and_parents_that_cannot_be() {
        var upper = active("Institut haut");
        var lower = create(body("ANTENNA", "Antenne", ", \"parentId\": \"" + upper + "\""))
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");

        patch(Tokens.networkAdmin(), upper, etag(upper), "{\"parentId\": \"" + lower + "\"}")
                .then()
                .statusCode(409)
                .body("detail", containsString("cycle"));
        patch(Tokens.networkAdmin(), upper, etag(upper), "{\"parentId\": \"" + upper + "\"}")
                .then()
                .statusCode(409);
        patch(Tokens.networkAdmin(), upper, etag(upper), "{\"parentId\": null}")
                .then()
                .statusCode(400);
        create(body("ANTENNA", "Sans parent", "")).then().statusCode(400).body("errors.pointer", contains("/parentId"));
        create(body("ANTENNA", "Faute de frappe", ", \"parentId\": \"j4k7xq237\""))
                .then()
                .statusCode(400);
        create(body("ANTENNA", "Inconnu", ", \"parentId\": \"j4k7xq236\""))
                .then()
                .statusCode(400);
    }

    @Test
    void does_not_close_one_that_others_belong_to() {
        var upper = active("Institut parent");
        var lower = create(body("ANTENNA", "Antenne active", ", \"parentId\": \"" + upper + "\""))
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        move(lower, "PENDING").then().statusCode(200);
        move(lower, "ACTIVE").then().statusCode(200);

        move(upper, "CLOSED").then().statusCode(409).body("detail", containsString(lower));
    }

    @Test
    void tells_a_malformed_id_from_an_unknown_one() {
        anonymous()
                .get("/v1/institutes/j4k7xq237")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/malformed-id"));
        anonymous().get("/v1/institutes/j4k7xq236").then().statusCode(404).body("type", equalTo("/problems/not-found"));
    }

    @Test
    void answers_304_to_who_has_it_already() {
        var id = active("Institut connu");
        var tag = anonymous().get("/v1/institutes/{id}", id).header("ETag");

        anonymous()
                .header("If-None-Match", tag)
                .get("/v1/institutes/{id}", id)
                .then()
                .statusCode(304);
        anonymous()
                .header("If-None-Match", tag)
                .header("Accept-Language", "ar")
                .get("/v1/institutes/{id}", id)
                .then()
                .statusCode(304);
        anonymous()
                .header("If-None-Match", "\"0-00\"")
                .get("/v1/institutes/{id}", id)
                .then()
                .statusCode(200);
    }

    @Test
    void chooses_the_name_by_language() {
        InstituteFixture.root();
        var id = create(
                        """
                {"kind": "INSTITUTE", "missions": ["TRAINING"], "region": "MA-09",
                 "names": [{"value": "معهد الجزري بأكادير", "lang": "ar", "type": "DISPLAY"},
                           {"value": "Institut Al-Jazari d'Agadir", "lang": "fr", "type": "DISPLAY"}]}
                """)
                .then()
                .statusCode(201)
                .header("Content-Language", "fr")
                .extract()
                .<String>path("id");

        as(Tokens.networkAdmin())
                .header("Accept-Language", "ar-MA, fr;q=0.5")
                .get("/v1/institutes/{id}", id)
                .then()
                .header("Content-Language", "ar")
                .body("displayName", equalTo("معهد الجزري بأكادير"));
        as(Tokens.networkAdmin()).get("/v1/institutes/{id}?lang=en", id).then().header("Content-Language", "fr");
        as(Tokens.networkAdmin()).get("/v1/institutes/{id}?lang=!", id).then().statusCode(400);
    }

    @Test
    void pages_through_a_list_without_repeating_or_missing_any() {
        for (int i = 0; i < 5; i++) {
            active("Pagination " + i);
        }

        var first = anonymous()
                .get("/v1/institutes?q=pagination&limit=2&total=true&sort=-updatedAt")
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("total", equalTo(5))
                .extract();
        var second = anonymous()
                .get("/v1/institutes?q=pagination&limit=2&sort=-updatedAt&cursor={c}", first.<String>path("nextCursor"))
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .extract();
        anonymous()
                .get(
                        "/v1/institutes?q=pagination&limit=2&sort=-updatedAt&cursor={c}",
                        second.<String>path("nextCursor"))
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("$", not(hasKey("nextCursor")))
                .body("items.displayName", contains("Pagination 0"));
        anonymous()
                .get("/v1/institutes?q=autre&cursor={c}", first.<String>path("nextCursor"))
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-cursor"));
    }

    @Test
    void refuses_list_parameters_that_mean_nothing() {
        InstituteFixture.root();

        anonymous().get("/v1/institutes?limit=0").then().statusCode(400).body("errors.pointer", contains("limit"));
        anonymous().get("/v1/institutes?limit=abc").then().statusCode(400);
        anonymous().get("/v1/institutes?limit=500").then().statusCode(200);
        anonymous()
                .get("/v1/institutes?regoin=MA-01")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("regoin"));
        anonymous().get("/v1/institutes?region=MA-77").then().statusCode(400);
        anonymous().get("/v1/institutes?status=SLEEPING").then().statusCode(400);
        anonymous().get("/v1/institutes?sort=colour").then().statusCode(400);
        anonymous().get("/v1/institutes?cursor=%21%21").then().statusCode(400);
        anonymous()
                .get("/v1/institutes?fields=colour")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("fields"));
    }

    @Test
    void finds_by_words_without_accents_and_filters_by_or() {
        var id = active("École d'été Zagora");

        anonymous()
                .get("/v1/institutes?q=ecole zagora&fields=id,displayName")
                .then()
                .statusCode(200)
                .body("items.id", contains(id))
                .body("items[0]", not(hasKey("region")));
        anonymous()
                .get("/v1/institutes?q=zagora&mission=TRAINING,RESEARCH&region=MA-01,MA-03&kind=INSTITUTE")
                .then()
                .body("items.id", contains(id));
        anonymous().get("/v1/institutes?q=zagora&mission=TRAINING").then().body("items", empty());
    }

    @Test
    void keeps_contacts_to_those_who_may_see_them() {
        InstituteFixture.root();
        var id = create(body(
                        "INSTITUTE",
                        "Institut discret",
                        ", \"contacts\": [{\"role\": \"ADMISSIONS\", \"email\": \"a@example.org\"}]"))
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        move(id, "PENDING");
        move(id, "ACTIVE").then().statusCode(200);

        anonymous().get("/v1/institutes/{id}", id).then().body("$", not(hasKey("contacts")));
        as(Tokens.instituteAdmin(id))
                .get("/v1/institutes/{id}", id)
                .then()
                .body("contacts.email", hasItem("a@example.org"));
        assertThat(anonymous().get("/v1/institutes/{id}/history", id).asString())
                .doesNotContain("a@example.org");
        var history = as(Tokens.instituteAdmin(id))
                .get("/v1/institutes/{id}/history", id)
                .asString();
        assertThat(history).contains("a@example.org");
        assertThat(HashChain.holds(history)).isTrue();
    }

    @Test
    void remembers_every_version_in_a_chain_that_verifies() {
        var id = active("Institut daté");
        var before = anonymous().get("/v1/institutes/{id}", id).<String>path("updatedAt");
        patch(Tokens.networkAdmin(), id, etag(id), "{\"location\": {\"city\": \"Fès\", \"lat\": 34.03, \"lon\": -5.0}}")
                .then()
                .statusCode(200);

        var history = as(Tokens.networkAdmin())
                .get("/v1/institutes/{id}/history", id)
                .then()
                .statusCode(200)
                .body(
                        "items.type",
                        contains(
                                "institute.created", "institute.submitted", "institute.activated", "institute.updated"))
                .body("items[1].reason", equalTo("as the test says"))
                .body("items[3].changes.pointer", hasItem("/location"))
                .body("items[3].actor.name", equalTo("root-admin"))
                .extract()
                .asString();
        assertThat(HashChain.holds(history)).isTrue();
        assertThat(HashChain.holds(history.replace("-5", "-6"))).isFalse();
        anonymous()
                .get("/v1/institutes/{id}/history", id)
                .then()
                .body("items.type", contains("institute.activated", "institute.updated"));
        anonymous()
                .get("/v1/institutes/{id}?asOf={at}", id, before)
                .then()
                .statusCode(200)
                .body("version", equalTo(3))
                .body("$", not(hasKey("location")));
        anonymous().get("/v1/institutes/{id}?asOf=2020-01-01", id).then().statusCode(404);
        anonymous().get("/v1/institutes/{id}?asOf=soon", id).then().statusCode(400);
    }

    @Test
    void keeps_an_active_institute_under_the_root() {
        var upper = active("Institut rattaché");
        var orphan = draft("Brouillon détaché");
        patch(Tokens.networkAdmin(), orphan, etag(orphan), "{\"parentId\": null}")
                .then()
                .statusCode(200);

        patch(Tokens.networkAdmin(), upper, etag(upper), "{\"parentId\": \"" + orphan + "\"}")
                .then()
                .statusCode(409);
        patch(Tokens.instituteAdmin(upper), upper, etag(upper), "{\"parentId\": \"" + orphan + "\"}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/parentId"));
    }

    @Test
    void refuses_control_characters_wherever_they_stand() {
        var id = active("Institut propre et net");

        as(Tokens.networkAdmin())
                .contentType(ContentType.JSON)
                .header("If-Match", etag(id))
                .body("{\"to\": \"SUSPENDED\", \"reason\": \"a\\u0000b\"}")
                .post("/v1/institutes/{id}/transitions", id)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/reason"));
        patch(
                        Tokens.networkAdmin(),
                        id,
                        etag(id),
                        "{\"links\": [{\"type\": \"WEBSITE\", \"url\": \"https://a.ma/\\u0001\"}]}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/links/0/url"));
        anonymous()
                .queryParam("focusArea", "\u0000")
                .get("/v1/institutes")
                .then()
                .statusCode(400);
    }

    @Test
    void answers_long_and_forged_input_with_what_is_wrong() {
        create(body(
                        "INSTITUTE",
                        "Long",
                        ", \"domains\": [\"" + "a.".repeat(5000) + "ma\"], \"focusAreas\": [\"" + "a-".repeat(5000)
                                + "a\"]"))
                .then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/domains/0", "/focusAreas/0"));
        anonymous().get("/v1/institutes?limit=3000000000").then().statusCode(200);
        anonymous()
                .get("/v1/institutes/j00000098?asOf=+999999-01-01T00:00:00Z")
                .then()
                .statusCode(400);
    }

    @Test
    void takes_the_language_of_a_regional_tag() {
        InstituteFixture.root();
        var id = create(
                        """
                        {"kind": "INSTITUTE", "missions": ["TRAINING"], "region": "MA-09",
                         "names": [{"value": "معهد طنجة", "lang": "ar", "type": "DISPLAY"},
                                   {"value": "Institut de Tanger", "lang": "fr", "type": "DISPLAY"}]}
                        """)
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");

        as(Tokens.networkAdmin())
                .get("/v1/institutes/{id}?lang=ar-MA", id)
                .then()
                .header("Content-Language", "ar");
    }
}
