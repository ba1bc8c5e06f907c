package ma.jazari.partnerships.partner;

import static ma.jazari.platform.test.Api.as;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import ma.jazari.platform.test.Api;
import ma.jazari.platform.test.Tokens;

/** Partners for tests, made through the API as a client would make them. */
public final class PartnerFixture {

    private PartnerFixture() {}

    public static String partner(String name, String more) {
        return """
                {"type": "UNIVERSITY", "country": "MA",
                 "names": [{"value": "%s", "lang": "fr", "type": "DISPLAY"}] %s}
                """
                .formatted(name, more);
    }

    /** A partner with a name in French, one in Arabic and an acronym, in a city. */
    public static String partner(String fr, String ar, String acronym, String city, String domain) {
        return """
                {"type": "UNIVERSITY", "country": "MA", "domains": ["%s"], "location": {"city": "%s"},
                 "names": [{"value": "%s", "lang": "fr", "type": "DISPLAY"},
                           {"value": "%s", "lang": "ar", "type": "DISPLAY"},
                           {"value": "%s", "lang": "fr", "type": "ACRONYM"}]}
                """
                .formatted(domain, city, fr, ar, acronym);
    }

    public static Response create(String body) {
        return create(body, false);
    }

    /** @param confirmed whether it may look like another one */
    public static Response create(String body, boolean confirmed) {
        return as(Tokens.networkAdmin())
                .contentType(ContentType.JSON)
                .queryParam("confirmed", confirmed)
                .body(body)
                .post("/v1/partners");
    }

    /** The id of the partner that the answer says was created. */
    public static String created(Response answer) {
        return answer.then().statusCode(201).extract().path("id");
    }

    /** The id of an active partner. */
    public static String activePartner(String name) {
        return created(create(partner(name, ""), true));
    }

    /** The id of an active partner of this country. */
    public static String activePartnerOf(String country) {
        return created(create(partner("Partenaire", "").replace("\"MA\"", "\"" + country + "\""), true));
    }

    public static Response patch(String token, String id, String ifMatch, String patch) {
        return as(token)
                .contentType(Api.MERGE_PATCH)
                .header("If-Match", ifMatch)
                .body(patch)
                .patch("/v1/partners/{id}", id);
    }
}
