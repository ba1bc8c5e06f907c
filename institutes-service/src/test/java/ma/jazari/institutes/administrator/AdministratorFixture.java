package ma.jazari.institutes.administrator;

import static ma.jazari.platform.test.Api.as;

import io.restassured.http.ContentType;
import io.restassured.response.Response;

/** Invitations and removals for tests, made through the API as a client would make them. */
final class AdministratorFixture {

    private AdministratorFixture() {}

    static String administratorsOf(String institute) {
        return "/v1/institutes/" + institute + "/administrators";
    }

    static Response invite(String token, String institute, String address) {
        return post(token, institute, "{\"email\": \"" + address + "\"}");
    }

    static Response post(String token, String institute, String body) {
        return as(token).contentType(ContentType.JSON).body(body).post(administratorsOf(institute));
    }

    static Response remove(String token, String institute, String id) {
        return as(token).delete(administratorsOf(institute) + "/" + id);
    }
}
