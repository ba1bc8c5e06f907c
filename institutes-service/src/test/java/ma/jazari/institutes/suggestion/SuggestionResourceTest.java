package ma.jazari.institutes.suggestion;

import static ma.jazari.institutes.suggestion.SuggestionFixture.MOVE;
import static ma.jazari.institutes.suggestion.SuggestionFixture.active;
import static ma.jazari.institutes.suggestion.SuggestionFixture.change;
import static ma.jazari.institutes.suggestion.SuggestionFixture.draft;
import static ma.jazari.institutes.suggestion.SuggestionFixture.get;
import static ma.jazari.institutes.suggestion.SuggestionFixture.move;
import static ma.jazari.institutes.suggestion.SuggestionFixture.pending;
import static ma.jazari.institutes.suggestion.SuggestionFixture.post;
import static ma.jazari.institutes.suggestion.SuggestionFixture.propose;
import static ma.jazari.institutes.suggestion.SuggestionFixture.somebody;
import static ma.jazari.platform.test.Api.anonymous;
import static ma.jazari.platform.test.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ma.jazari.platform.test.RealParts;
import ma.jazari.platform.test.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be proposed, by whom, and who sees it. */
@QuarkusTest
@WithTestResource(RealParts.class)
class SuggestionResourceTest {

    @Test
    void takes_a_suggestion_and_shows_it_beside_the_institute() {
        var id = active("Institut suggéré", ", \"location\": {\"city\": \"Fes\", \"lat\": 34.0}");

        var answer = propose(somebody("amina"), id, 3, "{\"location\": {\"city\": \" Fès \"}, \"region\": \"MA-05\"}");

        var suggestion = answer.then()
                .statusCode(201)
                .header("ETag", startsWith("\"1-"))
                .body("id", matchesPattern("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"))
                .body("instituteId", equalTo(id))
                .body("baseVersion", equalTo(3))
                .body("patch.location.city", equalTo("Fès"))
                .body("comment", equalTo("Voir leur site"))
                .body("status", equalTo("PENDING"))
                .body("proposer.sub", equalTo("sub-of-amina"))
                .body("$", not(hasKey("reviewer")))
                .body("fields.pointer", contains("/location/city", "/region"))
                .body("fields[0].base", equalTo("Fes"))
                .body("fields[0].current", equalTo("Fes"))
                .body("fields[0].proposed", equalTo("Fès"))
                .body("fields.overtaken", contains(false, false))
                .body("fields[0].keySet()", containsInAnyOrder("pointer", "base", "current", "proposed", "overtaken"))
                .body("availableTransitions", contains("WITHDRAWN"))
                .body("version", equalTo(1))
                .extract();
        assertThat(answer.header("Location")).isEqualTo("/v1/change-suggestions/" + suggestion.<String>path("id"));
        assertThat(get(somebody("amina"), suggestion.path("id")).asString()).isEqualTo(answer.asString());
        anonymous().get("/v1/institutes/{id}", id).then().body("version", equalTo(3));
    }

    @Test
    void needs_a_token_and_no_role() {
        var id = active("Institut ouvert aux idées");
        var body = "{\"instituteId\": \"%s\", \"baseVersion\": 3, \"patch\": %s}".formatted(id, MOVE);

        anonymous()
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/change-suggestions")
                .then()
                .statusCode(401);
        anonymous().get("/v1/change-suggestions").then().statusCode(401);
        as(Tokens.badlySigned()).get("/v1/change-suggestions").then().statusCode(401);
        for (var token : new String[] {
            somebody("sans-role"),
            Tokens.partner("p00000098"),
            Tokens.instituteAdmin("j00000098"),
            Tokens.auditor(),
            Tokens.networkAdmin()
        }) {
            post(token, body).then().statusCode(201).body("$", not(hasKey("comment")));
        }
    }

    @Test
    void checks_the_patch_as_a_change_would_be_checked() {
        var id = active("Institut vérifié");

        propose(
                        somebody("brahim"),
                        id,
                        3,
                        """
                        {"status": "CLOSED", "version": null, "names": [{"value": "", "lang": "fr", "type": "DISPLAY"}],
                         "region": "MA-13", "location": {"lat": "north", "colour": null}, "parentId": "j4k7xq237"}
                        """)
                .then()
                .statusCode(400)
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/patch/status",
                                "/patch/version",
                                "/patch/names/0/value",
                                "/patch/region",
                                "/patch/location/lat",
                                "/patch/location/colour"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"names": []} | /patch/names
                    {"names": null} | /patch/names
                    {"kind": "ROOT"} | /patch/parentId
                    {"kind": "ROOT", "parentId": null} | /patch/kind
                    {"parentId": "j4k7xq236"} | /patch/parentId
                    {"parentId": null} | /patch/parentId
                    {"parentId": "j4k7xq237"} | /patch/parentId
                    {"status": null} | /patch/status
                    {"location": {"colour": null}} | /patch/location/colour
                    {"contacts": [{"role": "X", "email": "nobody"}]} | /patch/contacts/0/email
                    {"links": [{"type": "WEBSITE", "url": "https://a.ma/\\u0001"}]} | /patch/links/0/url
                    {"region": "MA-03"} | /patch
                    {"links": null, "sample": null} | /patch
                    {"location": {"city": null}} | /patch
                    {} | /patch
                    [] | /patch
                    null | /patch
                    7 | /patch
                    """)
    void refuses_a_patch_that_could_not_be_applied(String patch, String pointer) {
        var id = active("Institut exigeant");

        propose(somebody("exigeant"), id, 3, patch)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", contains(pointer));
    }

    @Test
    void refuses_an_institute_that_the_proposer_may_not_see() {
        var hidden = draft("Institut invisible", "");

        for (var id : new String[] {hidden, "j4k7xq236", "j4k7xq237", "garbage"}) {
            propose(somebody("curieuse"), id, 1, MOVE)
                    .then()
                    .statusCode(400)
                    .body("errors.pointer", contains("/instituteId"))
                    .body("detail", not(containsString("DRAFT")));
        }
        propose(Tokens.instituteAdmin(hidden), hidden, 1, MOVE).then().statusCode(201);
    }

    @Test
    void refuses_a_base_that_is_no_version_that_the_proposer_could_see() {
        var id = active("Institut versionné");

        for (int version : new int[] {-1, 0, 1, 4}) {
            propose(somebody("voyante"), id, version, MOVE)
                    .then()
                    .statusCode(400)
                    .body("errors.pointer", contains("/baseVersion"));
        }
        propose(Tokens.instituteAdmin(id), id, 1, MOVE).then().statusCode(201);
        propose(somebody("voyante"), id, 3, MOVE).then().statusCode(201);
    }

    @Test
    void names_everything_that_is_wrong_with_the_request() {
        post(somebody("distraite"), "{\"institute\": 5, \"comment\": \"\"}")
                .then()
                .statusCode(400)
                .body(
                        "errors.pointer",
                        containsInAnyOrder("/institute", "/instituteId", "/baseVersion", "/patch", "/comment"));
        var id = active("Institut à distraire");
        for (var text : new String[] {"a\\u0000b", "\\ud800"}) {
            post(
                            somebody("distraite"),
                            "{\"instituteId\": \"%s\", \"baseVersion\": 3, \"patch\": %s, \"comment\": \"%s\"}"
                                    .formatted(id, MOVE, text))
                    .then()
                    .statusCode(400)
                    .body("errors.pointer", contains("/comment"));
        }
    }

    @Test
    void refuses_a_patch_of_more_than_64_kib() {
        var id = active("Institut submergé");
        var links = "{\"type\": \"WEBSITE\", \"url\": \"https://example.org/" + "a".repeat(1900) + "\"}";

        propose(somebody("bavarde"), id, 3, "{\"links\": [" + (links + ", ").repeat(40) + links + "]}")
                .then()
                .statusCode(413)
                .body("type", equalTo("/problems/too-large"));
    }

    @Test
    void does_not_exist_for_strangers() {
        var id = active("Institut concerné");
        var suggestion = pending(somebody("discrète"), id, 3, MOVE);

        for (var token :
                new String[] {somebody("étranger"), Tokens.instituteAdmin("j00000098"), Tokens.partner("p00000098")}) {
            get(token, suggestion).then().statusCode(404);
            as(token)
                    .get("/v1/change-suggestions/{id}/history", suggestion)
                    .then()
                    .statusCode(404);
            move(token, suggestion, "WITHDRAWN").then().statusCode(404);
            as(token)
                    .get("/v1/change-suggestions?instituteId={id}&total=true", id)
                    .then()
                    .statusCode(200)
                    .body("items", empty())
                    .body("total", equalTo(0));
        }
        for (var token :
                new String[] {somebody("discrète"), Tokens.networkAdmin(), Tokens.auditor(), Tokens.instituteAdmin(id)
                }) {
            get(token, suggestion).then().statusCode(200).body("proposer.sub", equalTo("sub-of-discrète"));
            as(token)
                    .get("/v1/change-suggestions?instituteId={id}&total=true", id)
                    .then()
                    .body("items.id", contains(suggestion))
                    .body("total", equalTo(1));
        }
        anonymous().get("/v1/change-suggestions/{id}", suggestion).then().statusCode(401);
        get(Tokens.networkAdmin(), "nonsense").then().statusCode(400).body("type", equalTo("/problems/malformed-id"));
    }

    @Test
    void keeps_the_contacts_of_the_institute_from_those_who_may_not_see_them() {
        var id = active(
                "Institut à contacts",
                ", \"contacts\": [{\"role\": \"ADMISSIONS\", \"email\": \"secret@example.org\"}]");
        var patch = "{\"contacts\": [{\"role\": \"ADMISSIONS\", \"email\": \"new@example.org\"}]}";

        var suggestion = pending(somebody("facteur"), id, 3, patch);

        var seen = get(somebody("facteur"), suggestion)
                .then()
                .body("fields[0].proposed[0].email", equalTo("new@example.org"))
                .body("fields[0]", not(hasKey("base")))
                .body("fields[0]", not(hasKey("current")))
                .body("fields[0]", not(hasKey("overtaken")))
                .extract()
                .asString();
        assertThat(seen).doesNotContain("secret@example.org");
        for (var token : new String[] {Tokens.networkAdmin(), Tokens.instituteAdmin(id)}) {
            get(token, suggestion)
                    .then()
                    .body("fields[0].base[0].email", equalTo("secret@example.org"))
                    .body("fields[0].current[0].email", equalTo("secret@example.org"))
                    .body("fields[0].overtaken", equalTo(false));
        }
    }

    @Test
    void does_not_tell_whether_contacts_were_guessed() {
        var contacts = "\"contacts\": [{\"role\": \"ADMISSIONS\", \"email\": \"guess@example.org\"}]";
        var id = active("Institut deviné", ", " + contacts);

        propose(somebody("devin"), id, 3, "{" + contacts + "}").then().statusCode(201);
        propose(Tokens.instituteAdmin(id), id, 3, "{" + contacts + "}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/patch"));
    }

    @Test
    void hides_what_an_institute_has_once_it_may_not_be_seen_any_more() {
        var id = draft("Institut quitté", "");
        var suggestion = pending(
                Tokens.of("partante", Set.of("institute-admin"), Map.of("institutes", List.of(id))), id, 1, MOVE);

        get(somebody("partante"), suggestion)
                .then()
                .statusCode(200)
                .body("fields[0].proposed", equalTo("MA-05"))
                .body("fields[0]", not(hasKey("current")))
                .body("fields[0]", not(hasKey("base")));
    }

    @Test
    void lists_by_filters_in_the_order_of_time() {
        var id = active("Institut listé");
        var amina = somebody("lectrice");
        var first = pending(amina, id, 3, "{\"region\": \"MA-05\"}");
        var second = pending(somebody("lecteur"), id, 3, "{\"region\": \"MA-06\"}");
        var third = pending(amina, id, 3, "{\"region\": \"MA-07\"}");
        move(amina, first, "WITHDRAWN").then().statusCode(200);
        var list = "/v1/change-suggestions?instituteId=" + id;

        as(Tokens.auditor())
                .get(list)
                .then()
                .body("items.id", contains(first, second, third))
                .body("items.fields.flatten().proposed", contains("MA-05", "MA-06", "MA-07"));
        as(Tokens.auditor())
                .get(list + "&sort=-createdAt&status=PENDING,DISCARDED")
                .then()
                .body("items.id", contains(third, second));
        as(Tokens.auditor()).get(list + "&status=WITHDRAWN").then().body("items.id", contains(first));
        as(amina).get(list + "&mine=true").then().body("items.id", contains(first, third));
        as(amina).get(list).then().body("items.id", contains(first, third));
        as(Tokens.instituteAdmin(id)).get(list).then().body("items", hasSize(3));
        as(Tokens.instituteAdmin(id)).get(list + "&mine=true").then().body("items", empty());
        as(Tokens.auditor()).get(list + ",j00000098&total=true").then().body("total", equalTo(3));
    }

    @Test
    void pages_without_repeating_or_missing_any() {
        var id = active("Institut paginé");
        for (int i = 5; i < 10; i++) {
            pending(somebody("pagination" + i), id, 3, "{\"region\": \"MA-0" + i + "\"}");
        }

        var list = "/v1/change-suggestions?sort=-createdAt&limit=2&instituteId=" + id;
        var first =
                as(Tokens.auditor()).get(list).then().body("items", hasSize(2)).extract();
        var second = as(Tokens.auditor())
                .get(list + "&cursor={c}", first.<String>path("nextCursor"))
                .then()
                .body("items.patch.region", contains("MA-07", "MA-06"))
                .extract();
        as(Tokens.auditor())
                .get(list + "&cursor={c}", second.<String>path("nextCursor"))
                .then()
                .body("items.patch.region", contains("MA-05"))
                .body("$", not(hasKey("nextCursor")));
        as(Tokens.auditor())
                .get("/v1/change-suggestions?cursor={c}", first.<String>path("nextCursor"))
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-cursor"));
    }

    @ParameterizedTest
    @CsvSource({
        "status=OPEN, status",
        "instituteId=j4k7xq237, instituteId",
        "mine=perhaps, mine",
        "sort=id, sort",
        "limit=0, limit",
        "institute=j00000098, institute"
    })
    void refuses_list_parameters_that_mean_nothing(String query, String pointer) {
        as(Tokens.networkAdmin())
                .get("/v1/change-suggestions?" + query)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains(pointer));
    }

    @Test
    void gives_the_same_answer_to_the_same_request_with_the_same_key() {
        var id = active("Institut répété");
        var body = "{\"instituteId\": \"%s\", \"baseVersion\": 3, \"patch\": %s}".formatted(id, MOVE);

        var first = as(somebody("répétitive"))
                .header("Idempotency-Key", "\"" + id + "\"")
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/change-suggestions");
        var second = as(somebody("répétitive"))
                .header("Idempotency-Key", "\"" + id + "\"")
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/change-suggestions");

        first.then().statusCode(201);
        second.then().statusCode(201).header("Idempotency-Replayed", equalTo("true"));
        assertThat(second.asString()).isEqualTo(first.asString());
    }

    @Test
    void tells_who_reads_it_later_what_has_changed_since() {
        var id = active("Institut dépassé");
        var suggestion = pending(somebody("lente"), id, 3, "{\"region\": \"MA-05\", \"focusAreas\": [\"health\"]}");

        change(id, "{\"region\": \"MA-09\"}").then().statusCode(200);

        get(somebody("lente"), suggestion)
                .then()
                .body("fields.pointer", contains("/focusAreas", "/region"))
                .body("fields.overtaken", contains(false, true))
                .body("fields[1].base", equalTo("MA-03"))
                .body("fields[1].current", equalTo("MA-09"))
                .body("fields[1].proposed", equalTo("MA-05"));
    }
}
