package ma.jazari.events.file;

import static java.util.concurrent.TimeUnit.SECONDS;
import static ma.jazari.events.file.FileFixture.FILES;
import static ma.jazari.events.file.FileFixture.remove;
import static ma.jazari.events.file.FileFixture.upload;
import static ma.jazari.events.file.FileFixture.uploaded;
import static ma.jazari.events.programevent.ApiFixture.activeInstitute;
import static ma.jazari.events.programevent.ApiFixture.draft;
import static ma.jazari.events.programevent.ApiFixture.etag;
import static ma.jazari.events.programevent.ApiFixture.move;
import static ma.jazari.events.programevent.ApiFixture.published;
import static ma.jazari.platform.test.Api.anonymous;
import static ma.jazari.platform.test.Api.as;
import static ma.jazari.platform.test.SampleFiles.pdf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import ma.jazari.platform.file.Upload;
import ma.jazari.platform.test.Feed;
import ma.jazari.platform.test.HashChain;
import ma.jazari.platform.test.MessageSchema;
import ma.jazari.platform.test.RealParts;
import ma.jazari.platform.test.Tokens;
import ma.jazari.platform.test.TopicReader;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealParts.class)
class EventFileResourceTest {

    @Test
    void gives_back_the_bytes_that_were_uploaded() throws Exception {
        var event = published("Journée à fichiers");
        var file = pdf(300_000);

        var answer = as(Tokens.networkAdmin())
                .header("If-Match", etag(event))
                .header("Content-Type", "application/pdf")
                .queryParam("name", "programme été.pdf")
                .queryParam("title", " Programme de la journée ")
                .body(file)
                .post(FILES, event);

        var digest =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        answer.then()
                .statusCode(201)
                .header("ETag", startsWith("\"3-"))
                .header("Location", "/v1/program-events/" + event + "/files/" + answer.<String>path("id"))
                .body("programEventId", equalTo(event))
                .body("name", equalTo("programme été.pdf"))
                .body("title", equalTo("Programme de la journée"))
                .body("mediaType", equalTo("application/pdf"))
                .body("size", equalTo(300_000))
                .body("digest", equalTo(digest));
        var given = anonymous().get(answer.header("Location"));
        given.then()
                .statusCode(200)
                .contentType("application/pdf")
                .header("Content-Length", "300000")
                .header("ETag", "\"" + digest + "\"")
                .header("Content-Disposition", "attachment; filename*=UTF-8''programme%20%C3%A9t%C3%A9.pdf")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-cache");
        assertThat(MessageDigest.isEqual(given.asByteArray(), file)).isTrue();
        anonymous()
                .header("If-None-Match", given.header("ETag"))
                .get(answer.header("Location"))
                .then()
                .statusCode(304);
        anonymous().get("/v1/program-events/{id}", event).then().body("version", equalTo(3));
    }

    @Test
    void lists_the_files_in_the_order_in_which_they_came() {
        var event = published("Journée à trois fichiers");
        var first = uploaded(event, "z.pdf");
        var second = uploaded(event, "a.pdf");
        var third = uploaded(event, "m.pdf");

        var page = anonymous().get(FILES + "?limit=2&total=true", event);

        page.then()
                .statusCode(200)
                .body("items.id", contains(first, second))
                .body("items[0]", not(hasKey("title")))
                .body("total", equalTo(3));
        anonymous()
                .get(FILES + "?limit=2&cursor={c}", event, page.<String>path("nextCursor"))
                .then()
                .body("items.id", contains(third))
                .body("$", not(hasKey("nextCursor")));
    }

    @Test
    void takes_the_largest_file_there_may_be_and_refuses_a_larger_one() {
        var event = published("Journée à grand fichier");
        var file = pdf(Upload.MOST_BYTES);

        var id = upload(Tokens.networkAdmin(), event, "grand.pdf", file)
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");

        assertThat(MessageDigest.isEqual(
                        anonymous().get(FILES + "/{f}", event, id).asByteArray(), file))
                .isTrue();
        upload(Tokens.networkAdmin(), event, "trop grand.pdf", pdf(Upload.MOST_BYTES + 1))
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("detail", equalTo("A file has 20,971,520 bytes at most."));
        as(Tokens.networkAdmin())
                .header("Content-Type", "application/json")
                .body(new byte[2_200_000])
                .post("/v1/program-events")
                .then()
                .statusCode(413);
    }

    @Test
    void refuses_what_is_not_of_the_type_that_it_says() {
        var event = published("Journée à faux fichier");

        posted(event, "name=x.pdf", "text/html", pdf(100))
                .then()
                .statusCode(415)
                .body("detail", startsWith("The Content-Type of a file is one of application/pdf, image/png"));
        posted(event, "name=x.pdf", "image/png", pdf(100))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("Content-Type"));
        posted(event, "name=x.pdf", "application/pdf", Arrays.copyOf(pdf(100), 90))
                .then()
                .statusCode(400);
        posted(event, "name=x.pdf", "application/pdf", new byte[0]).then().statusCode(400);
        anonymous().get(FILES, event).then().body("items", empty());
    }

    @Test
    void refuses_what_is_no_name_and_no_title() {
        var event = published("Journée à fichier sans nom");

        posted(event, "title=x", "application/pdf", pdf(100))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("name"));
        posted(event, "name=../x.pdf", "application/pdf", pdf(100))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("name"));
        for (var title : new String[] {"%20", "x".repeat(201)}) {
            posted(event, "name=x.pdf&title=" + title, "application/pdf", pdf(100))
                    .then()
                    .statusCode(400)
                    .body("errors.pointer", contains("title"));
        }
    }

    @Test
    void goes_by_the_version_of_the_event() {
        var event = published("Journée à versions");
        var before = etag(event);
        var file = uploaded(event, "un.pdf");

        as(Tokens.networkAdmin())
                .header("If-Match", before)
                .header("Content-Type", "application/pdf")
                .body(pdf(100))
                .post(FILES + "?name=deux.pdf", event)
                .then()
                .statusCode(412);
        as(Tokens.networkAdmin())
                .header("If-Match", before)
                .delete(FILES + "/{f}", event, file)
                .then()
                .statusCode(412);
        as(Tokens.networkAdmin())
                .header("Content-Type", "application/pdf")
                .body(pdf(100))
                .post(FILES + "?name=deux.pdf", event)
                .then()
                .statusCode(428);
        as(Tokens.networkAdmin()).delete(FILES + "/{f}", event, file).then().statusCode(428);
        as(Tokens.networkAdmin())
                .header("If-Match", etag(event))
                .delete(FILES + "/{f}", event, file)
                .then()
                .statusCode(204);
    }

    @Test
    void hides_the_files_of_a_draft_from_strangers_until_it_is_published() {
        var institute = activeInstitute();
        var event = draft("Journée à fichier caché", institute);
        var file = upload(Tokens.instituteAdmin(institute), event, "caché.pdf", pdf(100))
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        var stranger = Tokens.instituteAdmin(activeInstitute());

        anonymous().get(FILES, event).then().statusCode(404);
        anonymous().get(FILES + "/{f}", event, file).then().statusCode(404);
        as(stranger).get(FILES + "/{f}", event, file).then().statusCode(404);
        upload(stranger, event, "autre.pdf", pdf(100)).then().statusCode(404);
        remove(stranger, event, file).then().statusCode(404);
        as(Tokens.instituteAdmin(institute))
                .get(FILES + "/{f}", event, file)
                .then()
                .statusCode(200)
                .header("Cache-Control", "private, no-store");

        move(event, "PUBLISHED").then().statusCode(200);

        anonymous().get(FILES, event).then().statusCode(200).body("items.id", contains(file));
        anonymous().get(FILES + "/{f}", event, file).then().statusCode(200).header("Cache-Control", "no-cache");
    }

    @Test
    void lets_only_the_hosts_write() {
        var event = published("Journée à fichiers gardés");
        var file = uploaded(event, "gardé.pdf");

        anonymous()
                .header("If-Match", "*")
                .header("Content-Type", "application/pdf")
                .body(pdf(100))
                .post(FILES + "?name=x.pdf", event)
                .then()
                .statusCode(401);
        anonymous()
                .header("If-Match", "*")
                .delete(FILES + "/{f}", event, file)
                .then()
                .statusCode(401);
        upload(Tokens.auditor(), event, "x.pdf", pdf(100)).then().statusCode(403);
        upload(Tokens.instituteAdmin(activeInstitute()), event, "x.pdf", pdf(100))
                .then()
                .statusCode(403);
        remove(Tokens.instituteAdmin(activeInstitute()), event, file).then().statusCode(403);
    }

    @Test
    void deletes_the_file_of_a_draft() {
        var event = draft("Brouillon à fichier", "j00000098");
        var file = uploaded(event, "brouillon.pdf");

        remove(Tokens.networkAdmin(), event, file).then().statusCode(204);

        as(Tokens.networkAdmin()).get(FILES, event).then().body("items", empty());
        as(Tokens.networkAdmin()).get(FILES + "/{f}", event, file).then().statusCode(404);
        remove(Tokens.networkAdmin(), event, file).then().statusCode(404);
    }

    @Test
    void withdraws_the_file_of_a_published_event_and_keeps_it() {
        var institute = activeInstitute();
        var event = draft("Journée à fichier retiré", institute);
        move(event, "PUBLISHED").then().statusCode(200);
        var file = uploaded(event, "retiré.pdf");

        remove(Tokens.instituteAdmin(institute), event, file).then().statusCode(204);

        anonymous().get(FILES, event).then().body("items", empty());
        anonymous().get(FILES + "/{f}", event, file).then().statusCode(404);
        as(Tokens.instituteAdmin(activeInstitute()))
                .get(FILES + "/{f}", event, file)
                .then()
                .statusCode(404);
        for (var insider : new String[] {Tokens.instituteAdmin(institute), Tokens.auditor()}) {
            as(insider)
                    .get(FILES + "/{f}", event, file)
                    .then()
                    .statusCode(200)
                    .header("Content-Length", "500")
                    .header("Cache-Control", "private, no-store");
        }
        remove(Tokens.networkAdmin(), event, file).then().statusCode(404);
        var history = anonymous()
                .get("/v1/program-events/{id}/history?limit=200", event)
                .asString();
        assertThat(HashChain.holds(history)).isTrue();
        assertThat(history).contains("program-event.file-added", "program-event.file-removed", "/files", file);
        assertThat(as(Tokens.auditor()).get("/v1/program-events/integrity").asString())
                .doesNotContain(event);
    }

    @Test
    void publishes_the_files_with_the_event() {
        var event = published("Journée à fichier annoncé");
        var since = Feed.end();
        var file = uploaded(event, "annoncé.pdf");

        await().atMost(20, SECONDS).untilAsserted(() -> anonymous()
                .get("/v1/changes?types=program-event.file-added&limit=200&after={after}", since)
                .then()
                .body(
                        "items.find { it.subject.id == '" + event + "' }.data.files.'" + file + "'.name",
                        equalTo("annoncé.pdf")));
        // Published, and then the file.
        var messages = await().atMost(20, SECONDS)
                .until(() -> TopicReader.messages("jazari.program-events", event), found -> found.size() == 2);
        assertThat(messages).allSatisfy(message -> assertThat(MessageSchema.violations(message))
                .isEmpty());
    }

    @Test
    void leaves_a_cancelled_event_as_it_was() {
        var event = published("Journée annulée à fichier");
        var file = uploaded(event, "resté.pdf");
        move(event, "CANCELLED").then().statusCode(200);

        upload(Tokens.networkAdmin(), event, "tard.pdf", pdf(100)).then().statusCode(409);
        remove(Tokens.networkAdmin(), event, file).then().statusCode(409);
        anonymous().get(FILES + "/{f}", event, file).then().statusCode(200);
    }

    @Test
    void has_at_most_fifty_files_of_an_event_withdrawn_ones_too() {
        var event = published("Journée à cinquante fichiers");
        var first = uploaded(event, "0.pdf");
        remove(Tokens.networkAdmin(), event, first).then().statusCode(204);
        for (int i = 1; i < 50; i++) {
            uploaded(event, i + ".pdf");
        }

        upload(Tokens.networkAdmin(), event, "50.pdf", pdf(100))
                .then()
                .statusCode(409)
                .body("detail", equalTo("A program event has 50 files at most, and this one has them."));
    }

    @Test
    void knows_no_other_file() {
        var event = published("Journée sans fichier");
        var other = uploaded(published("Journée à autre fichier"), "autre.pdf");

        anonymous().get(FILES + "/{f}", event, other).then().statusCode(404);
        anonymous()
                .get(FILES + "/019c1e2a-7b1c-7c3d-8e4f-5a6b7c8d9e0f", event)
                .then()
                .statusCode(404);
        anonymous().get(FILES + "/none", event).then().statusCode(400);
        anonymous().get("/v1/program-events/none/files").then().statusCode(400);
    }

    private static Response posted(String event, String query, String type, byte[] body) {
        return as(Tokens.networkAdmin())
                .urlEncodingEnabled(false)
                .header("If-Match", "*")
                .header("Content-Type", type)
                .body(body)
                .post("/v1/program-events/" + event + "/files?" + query);
    }
}
