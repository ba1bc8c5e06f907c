package ma.jazari.institutes.institute;

import static ma.jazari.platform.test.Api.as;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import ma.jazari.platform.test.Api;
import ma.jazari.platform.test.Tokens;

/** Institutes for tests, made through the API as a client would make them. */
public final class InstituteFixture {

    private InstituteFixture() {}

    public static String body(String kind, String name, String more) {
        return """
                {"kind": "%s", "names": [{"value": "%s", "lang": "fr", "type": "DISPLAY"}],
                 "missions": ["RESEARCH"], "region": "MA-03" %s}
                """
                .formatted(kind, name, more);
    }

    public static String institute(String name) {
        return body("INSTITUTE", name, "");
    }

    /** Whatever it looks like: tests share one database. */
    public static Response create(String body) {
        return create(body, true);
    }

    /** @param confirmed whether it may look like another */
    public static Response create(String body, boolean confirmed) {
        return as(Tokens.networkAdmin())
                .contentType(ContentType.JSON)
                .queryParam("confirmed", confirmed)
                .body(body)
                .post("/v1/institutes");
    }

    public static Response move(String id, String to) {
        return as(Tokens.networkAdmin())
                .contentType(ContentType.JSON)
                .header("If-Match", etag(id))
                .body("{\"to\": \"%s\", \"reason\": \"as the test says\"}".formatted(to))
                .post("/v1/institutes/{id}/transitions", id);
    }

    public static Response patch(String token, String id, String ifMatch, String patch) {
        return as(token)
                .contentType(Api.MERGE_PATCH)
                .header("If-Match", ifMatch)
                .body(patch)
                .patch("/v1/institutes/{id}", id);
    }

    public static String etag(String id) {
        return as(Tokens.networkAdmin()).get("/v1/institutes/{id}", id).header("ETag");
    }

    public static String draft(String name) {
        return create(institute(name)).then().statusCode(201).extract().path("id");
    }

    public static String active(String name) {
        root();
        var id = draft(name);
        move(id, "PENDING").then().statusCode(200);
        move(id, "ACTIVE").then().statusCode(200);
        return id;
    }

    /** The active root of the network, made if it is not there yet. */
    public static String root() {
        var found = as(Tokens.networkAdmin())
                .get("/v1/institutes?kind=ROOT&status=ACTIVE")
                .<String>path("items[0].id");
        if (found != null) {
            return found;
        }
        var id = create(body("ROOT", "JAZARI ROOT", ""))
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        move(id, "PENDING").then().statusCode(200);
        move(id, "ACTIVE").then().statusCode(200);
        return id;
    }
}
