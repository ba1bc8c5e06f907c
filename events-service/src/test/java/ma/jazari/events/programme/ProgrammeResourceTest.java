package ma.jazari.events.programme;

import static java.util.concurrent.TimeUnit.SECONDS;
import static ma.jazari.events.programme.ProgrammeFixture.body;
import static ma.jazari.events.programme.ProgrammeFixture.code;
import static ma.jazari.events.programme.ProgrammeFixture.create;
import static ma.jazari.events.programme.ProgrammeFixture.get;
import static ma.jazari.events.programme.ProgrammeFixture.move;
import static ma.jazari.events.programme.ProgrammeFixture.patch;
import static ma.jazari.events.programme.ProgrammeFixture.programme;
import static ma.jazari.events.programme.ProgrammeFixture.under;
import static ma.jazari.platform.test.Api.anonymous;
import static ma.jazari.platform.test.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import ma.jazari.platform.test.Api;
import ma.jazari.platform.test.HashChain;
import ma.jazari.platform.test.MessageSchema;
import ma.jazari.platform.test.RealParts;
import ma.jazari.platform.test.Tokens;
import ma.jazari.platform.test.TopicReader;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealParts.class)
class ProgrammeResourceTest {

    @Inject
    AgroalDataSource database;

    @Test
    void sets_up_a_programme_that_everybody_finds_by_id_and_code() {
        var code = code();

        var id = create(Tokens.networkAdmin(), body(code, ""))
                .then()
                .statusCode(201)
                .header("ETag", startsWith("\"1-"))
                .header("Location", startsWith("/v1/programmes/"))
                .body("status", equalTo("ACTIVE"))
                .body("indicators", empty())
                .body("availableTransitions", contains("CLOSED"))
                .extract()
                .<String>path("id");

        get("/v1/programmes/{id}", id)
                .then()
                .statusCode(200)
                .header("Content-Language", "fr")
                .body("code", equalTo(code))
                .body("displayTitle", equalTo("Programme " + code))
                .body("from", equalTo("2026-01-12"))
                .body("availableTransitions", empty());
        get("/v1/programmes/{id}?lang=ar", code).then().body("id", equalTo(id)).body("displayTitle", equalTo("برنامج"));
        var etag = get("/v1/programmes/{id}", id).header("ETag");
        anonymous()
                .header("If-None-Match", etag)
                .get("/v1/programmes/{id}", id)
                .then()
                .statusCode(304);
    }

    @Test
    void is_written_by_the_network_administrator_alone() {
        var id = programme();

        anonymous()
                .contentType(ContentType.JSON)
                .body(body(code(), ""))
                .post("/v1/programmes")
                .then()
                .statusCode(401);
        for (var token : List.of(Tokens.instituteAdmin("j00000098"), Tokens.auditor(), Tokens.partner("p5m2c0066"))) {
            create(token, body(code(), "")).then().statusCode(403);
            as(token)
                    .contentType(ContentType.JSON)
                    .header("If-Match", "*")
                    .body("{\"to\": \"CLOSED\", \"reason\": \"x\"}")
                    .post("/v1/programmes/{id}/transitions", id)
                    .then()
                    .statusCode(403);
        }
    }

    @Test
    void hides_a_planned_programme_from_strangers_everywhere() {
        var code = code();
        var id = create(Tokens.networkAdmin(), body(code, ", \"status\": \"PLANNED\""))
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");

        for (var path : List.of("", "/history", "/indicators", "/measurements")) {
            get("/v1/programmes/{id}" + path, id).then().statusCode(404);
            as(Tokens.instituteAdmin("j00000098"))
                    .get("/v1/programmes/{id}" + path, code)
                    .then()
                    .statusCode(404);
        }
        get("/v1/programmes?q=" + code).then().body("items", empty());
        as(Tokens.auditor()).get("/v1/programmes?q=" + code).then().body("items", hasSize(1));
        assertThat(TopicReader.messages("jazari.programmes", id)).isEmpty();

        move(id, "ACTIVE").then().statusCode(200).body("status", equalTo("ACTIVE"));
        get("/v1/programmes/{id}", id).then().statusCode(200);
        get("/v1/programmes/{id}/history", id).then().body("items.type", contains("programme.activated"));
    }

    @Test
    void says_all_that_is_wrong_with_a_request() {
        create(
                        Tokens.networkAdmin(),
                        """
                        {"code": "maroc ia", "titles": [{"value": "Title", "lang": "en"}], "from": "2026-02-30",
                         "leadInstituteId": "j4k7xq237", "version": 3}
                        """)
                .then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/code", "/from", "/version"));
        create(
                        Tokens.networkAdmin(),
                        """
                        {"code": "X-1", "titles": [{"value": "A", "lang": "en"}, {"value": "B", "lang": "en"}],
                         "from": "2026-02-01", "to": "2026-01-01", "leadInstituteId": "j4k7xq237"}
                        """)
                .then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/titles", "/titles/1", "/to", "/leadInstituteId"));
        create(
                        Tokens.networkAdmin(),
                        body(
                                code(),
                                ", \"status\": \"CLOSED\", \"leadInstituteId\": \"j4k7xq236\","
                                        + " \"parentId\": \"019c1e2a-7b1c-7c3d-8e4f-5a6b7c8d9e0f\""))
                .then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/status", "/parentId", "/leadInstituteId"));
    }

    @Test
    void keeps_codes_unique_and_those_of_public_programmes_for_ever() {
        var taken = code();
        create(Tokens.networkAdmin(), body(taken, "")).then().statusCode(201);
        var planned = programme(", \"status\": \"PLANNED\"");

        create(Tokens.networkAdmin(), body(taken, "")).then().statusCode(409);
        patch(planned, "*", "{\"code\": \"%s\"}".formatted(taken)).then().statusCode(409);
        patch(planned, "*", "{\"code\": \"%s\"}".formatted(code())).then().statusCode(200);
        patch(taken, "*", "{\"code\": \"%s\"}".formatted(code())).then().statusCode(409);
        create(Tokens.networkAdmin(), body("019C1E2A-7B1C-7C3D-8E4F-5A6B7C8D9E0F", ""))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/code"));
    }

    @Test
    void changes_by_merge_patch_on_the_version_that_was_read() {
        var id = programme();
        var etag = get("/v1/programmes/{id}", id).header("ETag");

        patch(id, etag, "{\"to\": null}").then().statusCode(200).body("version", equalTo(2));
        patch(id, etag, "{\"to\": \"2031-12-31\"}").then().statusCode(412);
        patch(id, "*", "{\"status\": \"CLOSED\"}").then().statusCode(400).body("errors.pointer", contains("/status"));
        as(Tokens.networkAdmin())
                .contentType("application/merge-patch+json")
                .body("{}")
                .patch("/v1/programmes/{id}", id)
                .then()
                .statusCode(428);
        patch(id, "*", "{}").then().statusCode(200).body("version", equalTo(2));
    }

    @Test
    void moves_through_its_lifecycle_and_no_other_way() {
        var id = programme();

        move(id, "PLANNED").then().statusCode(409).body("allowed", contains("CLOSED"));
        as(Tokens.networkAdmin())
                .contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body("{\"to\": \"CLOSED\"}")
                .post("/v1/programmes/{id}/transitions", id)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/reason"));
        move(id, "CLOSED").then().statusCode(200).body("statusReason", equalTo("as the test says"));
        move(id, "ACTIVE").then().statusCode(200);
    }

    @Test
    void is_a_tree() {
        var root = programme();
        var child = under(root);
        var grandchild = under(child);

        get("/v1/programmes?parent={id}", root).then().body("items.id", contains(child));
        get("/v1/programmes?parent=none&limit=200").then().body("items.id", not(hasItem(child)));
        patch(root, "*", "{\"parentId\": \"%s\"}".formatted(grandchild)).then().statusCode(409);
        patch(root, "*", "{\"parentId\": \"%s\"}".formatted(root)).then().statusCode(409);
        patch(grandchild, "*", "{\"parentId\": \"%s\"}".formatted(root))
                .then()
                .statusCode(200)
                .body("parentId", equalTo(root));
    }

    @Test
    void lets_nothing_public_be_part_of_what_is_not() {
        var planned = programme(", \"status\": \"PLANNED\"");
        var part = programme(", \"status\": \"PLANNED\", \"parentId\": \"" + planned + "\"");
        var other = programme();

        move(part, "ACTIVE").then().statusCode(409);
        patch(other, "*", "{\"parentId\": \"%s\"}".formatted(planned))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/parentId"));
        move(planned, "ACTIVE").then().statusCode(200);
        move(part, "ACTIVE").then().statusCode(200);
    }

    @Test
    void closes_no_cycle_however_many_changes_come_at_once() {
        var programmes = Stream.generate(ProgrammeFixture::programme).limit(6).toList();
        var token = Tokens.networkAdmin();

        var moves = Stream.iterate(0, i -> i + 1)
                .limit(6)
                .map(i -> CompletableFuture.supplyAsync(() -> as(token)
                        .contentType(Api.MERGE_PATCH)
                        .header("If-Match", "*")
                        .body("{\"parentId\": \"%s\"}".formatted(programmes.get((i + 1) % 6)))
                        .patch("/v1/programmes/{id}", programmes.get(i))
                        .statusCode()))
                .toList();

        var statuses = moves.stream().map(CompletableFuture::join).toList();
        assertThat(statuses)
                .containsOnlyOnce(409)
                .filteredOn(status -> status == 200)
                .hasSize(5);
    }

    @Test
    void pages_through_the_list_in_order() {
        var prefix = code();
        for (int i = 0; i < 3; i++) {
            create(Tokens.networkAdmin(), body(prefix + "-" + i, "")).then().statusCode(201);
        }

        var first = get("/v1/programmes?q=%s&limit=2&total=true".formatted(prefix));
        first.then().body("items.code", contains(prefix + "-0", prefix + "-1")).body("total", equalTo(3));
        get("/v1/programmes?q=%s&limit=2&cursor=%s".formatted(prefix, first.path("nextCursor")))
                .then()
                .body("items.code", contains(prefix + "-2"))
                .body("nextCursor", equalTo(null));
        get("/v1/programmes?sort=-code&limit=2&q=" + prefix)
                .then()
                .body("items.code", contains(prefix + "-2", prefix + "-1"));
        get("/v1/programmes?sort=title").then().statusCode(400);
        get("/v1/programmes?status=OPEN").then().statusCode(400);
        get("/v1/programmes/{id}", "not an id").then().statusCode(400);
        get("/v1/programmes/{id}", "NO-SUCH-CODE").then().statusCode(404);
    }

    @Test
    void leaves_a_change_and_a_message_of_each_write_and_a_chain_that_holds() throws SQLException {
        var id = programme();
        patch(id, "*", "{\"to\": null}").then().statusCode(200);
        ProgrammeFixture.indicator(id, "gdp", "SUM");
        move(id, "CLOSED").then().statusCode(200);
        move(id, "ACTIVE").then().statusCode(200);

        assertThat(ChangeLogProbe.changes(database, id))
                .containsExactly(
                        "programme.activated 1",
                        "programme.updated 2",
                        "programme.indicator-added 3",
                        "programme.closed 4",
                        "programme.reopened 5");
        var messages = await().atMost(20, SECONDS)
                .until(() -> TopicReader.messages("jazari.programmes", id), found -> found.size() == 5);
        assertThat(messages).allSatisfy(message -> assertThat(MessageSchema.violations(message))
                .isEmpty());
        assertThat(HashChain.holds(get("/v1/programmes/{id}/history", id).asString()))
                .isTrue();
        get("/v1/programmes/{id}?asOf=2020-01-01", id).then().statusCode(404);
    }
}
