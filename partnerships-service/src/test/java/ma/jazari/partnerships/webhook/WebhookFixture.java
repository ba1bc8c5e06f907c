package ma.jazari.partnerships.webhook;

import static ma.jazari.platform.test.Api.anonymous;
import static ma.jazari.platform.test.Api.as;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import ma.jazari.platform.test.Api;
import ma.jazari.platform.test.Tokens;
import org.jspecify.annotations.Nullable;

/** Webhooks for tests, made through the API as a system of a partner would make them. */
public final class WebhookFixture {

    private WebhookFixture() {}

    public static String webhooksOf(String partner) {
        return "/v1/partners/" + partner + "/webhooks";
    }

    /** A new webhook as the answer to its creation shows it. */
    public static Made made(String partner, String url, String more) {
        var answer = create(Tokens.partner(partner), partner, "{\"url\": \"" + url + "\"" + more + "}");
        answer.then().statusCode(201);
        return new Made(partner, answer.path("id"), answer.path("secret"));
    }

    public static Response create(@Nullable String token, String partner, String body) {
        return (token == null ? anonymous() : as(token))
                .contentType(ContentType.JSON)
                .body(body)
                .post(webhooksOf(partner));
    }

    /**
     * A webhook that was made.
     *
     * @param secret null for one that signs with a key pair
     */
    public record Made(String partner, String id, @Nullable String secret) {

        public String path() {
            return webhooksOf(partner) + "/" + id;
        }

        public Response get() {
            return as(Tokens.partner(partner)).get(path());
        }

        public Response get(String below) {
            return as(Tokens.partner(partner)).get(path() + below);
        }

        public Response post(String below, String body) {
            return as(Tokens.partner(partner))
                    .contentType(ContentType.JSON)
                    .header("If-Match", "*")
                    .body(body)
                    .post(path() + below);
        }

        public Response patch(String body) {
            return as(Tokens.partner(partner))
                    .contentType(Api.MERGE_PATCH)
                    .header("If-Match", "*")
                    .body(body)
                    .patch(path());
        }

        public Response delete() {
            return as(Tokens.partner(partner)).header("If-Match", "*").delete(path());
        }
    }
}
