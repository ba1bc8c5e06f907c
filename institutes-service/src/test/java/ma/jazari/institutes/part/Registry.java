package ma.jazari.institutes.part;

import static java.util.concurrent.TimeUnit.SECONDS;
import static ma.jazari.platform.test.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import ma.jazari.platform.test.Api;
import ma.jazari.platform.test.MessageSchema;
import ma.jazari.platform.test.Tokens;
import ma.jazari.platform.test.TopicReader;

/** The registry as a client uses it, for the tests of institutes' parts and of the network. */
public final class Registry {

    private Registry() {}

    public static String draft(String name, String region, String more) {
        return post(
                        Tokens.networkAdmin(),
                        "/v1/institutes?confirmed=true",
                        """
                        {"kind": "INSTITUTE", "names": [{"value": "%s", "lang": "fr", "type": "DISPLAY"}],
                         "missions": ["RESEARCH"], "region": "%s" %s}
                        """
                                .formatted(name, region, more))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    public static String draft(String name) {
        return draft(name, "MA-03", "");
    }

    public static String active(String name, String region, String more) {
        root();
        var id = draft(name, region, more);
        move(id, "PENDING").statusCode(200);
        move(id, "ACTIVE").statusCode(200);
        return id;
    }

    public static String active(String name) {
        return active(name, "MA-03", "");
    }

    public static String under(String parent, String name) {
        return active(name, "MA-03", ", \"parentId\": \"" + parent + "\"");
    }

    /** The active root of the network, made if it is not there yet. */
    public static String root() {
        var found = as(Tokens.networkAdmin())
                .get("/v1/institutes?kind=ROOT&status=ACTIVE")
                .<String>path("items[0].id");
        if (found != null) {
            return found;
        }
        var id = post(
                        Tokens.networkAdmin(),
                        "/v1/institutes?confirmed=true",
                        """
                        {"kind": "ROOT", "names": [{"value": "JAZARI ROOT", "lang": "fr", "type": "DISPLAY"}],
                         "missions": ["RESEARCH"], "region": "MA-04"}
                        """)
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        move(id, "PENDING").statusCode(200);
        move(id, "ACTIVE").statusCode(200);
        return id;
    }

    public static ValidatableResponse move(String id, String to) {
        return as(Tokens.networkAdmin())
                .contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body("{\"to\": \"%s\", \"reason\": \"as the test says\"}".formatted(to))
                .post("/v1/institutes/{id}/transitions", id)
                .then();
    }

    public static Response post(String token, String path, String body) {
        return as(token).contentType(ContentType.JSON).body(body).post(path);
    }

    public static Response patch(String token, String path, String ifMatch, String patch) {
        return as(token)
                .contentType(Api.MERGE_PATCH)
                .header("If-Match", ifMatch)
                .body(patch)
                .patch(path);
    }

    public static Response delete(String token, String path, String ifMatch) {
        return as(token).header("If-Match", ifMatch).delete(path);
    }

    /** The path of what was made. */
    public static String location(Response created) {
        return created.then().statusCode(201).extract().header("Location");
    }

    /** The types of the institute's changes, oldest first. */
    public static List<String> history(String id) {
        return as(Tokens.networkAdmin())
                .get("/v1/institutes/{id}/history?limit=200", id)
                .path("items.type");
    }

    public static long version(String id) {
        return as(Tokens.networkAdmin())
                .get("/v1/institutes/{id}", id)
                .jsonPath()
                .getLong("version");
    }

    /** When the institute last changed. */
    public static String changedAt(String id) {
        return as(Tokens.networkAdmin()).get("/v1/institutes/{id}", id).path("updatedAt");
    }

    /** Waits for the institute's messages and holds each against its schema. */
    public static void publishesBySchema(String id, int messages) {
        var found = await().atMost(20, SECONDS)
                .until(() -> TopicReader.messages("jazari.institutes", id), all -> all.size() == messages);
        assertThat(found).allSatisfy(message -> assertThat(MessageSchema.violations(message))
                .isEmpty());
    }

    /** What the calls answer when they are made at once. */
    public static List<Integer> atOnce(List<Callable<Response>> calls) throws InterruptedException {
        try (var clients = Executors.newFixedThreadPool(calls.size())) {
            return clients.invokeAll(calls).stream()
                    .map(answer -> answer.resultNow().statusCode())
                    .toList();
        }
    }
}
