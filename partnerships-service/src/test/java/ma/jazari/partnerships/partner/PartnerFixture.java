package ma.jazari.partnerships.partner;

import static ma.jazari.platform.test.Api.as;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import ma.jazari.platform.test.Api;
import ma.jazari.platform.test.Tokens;

/** Partners for tests, made through the API as a client would make them. */
public final class PartnerFixture {

    private PartnerFixture() {}

    static String partner(String name, String more) {
        return """
                {"type": "UNIVERSITY", "country": "MA",
                 "names": [{"value": "%s", "lang": "fr", "type": "DISPLAY"}] %s}
                """
                .formatted(name, more);
    }

    static Response create(String body) {
        return as(Tokens.networkAdmin())
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/partners");
    }

    /** The id of an active partner. */
    public static String activePartner(String name) {
        return create(partner(name, "")).then().statusCode(201).extract().path("id");
    }

    /** The id of an active partner of this country. */
    public static String activePartnerOf(String country) {
        return create(partner("Partenaire", "").replace("\"MA\"", "\"" + country + "\""))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    static Response patch(String token, String id, String ifMatch, String patch) {
        return as(token)
                .contentType(Api.MERGE_PATCH)
                .header("If-Match", ifMatch)
                .body(patch)
                .patch("/v1/partners/{id}", id);
    }
}
