package ma.jazari.events.file;

import static ma.jazari.platform.test.Api.as;

import io.restassured.response.Response;
import ma.jazari.platform.test.SampleFiles;
import ma.jazari.platform.test.Tokens;

/** Files of program events for tests, uploaded through the API as a client would upload them. */
public final class FileFixture {

    public static final String FILES = "/v1/program-events/{id}/files";

    private FileFixture() {}

    /** The id of a new file of the event. */
    public static String uploaded(String event, String name) {
        return upload(Tokens.networkAdmin(), event, name, SampleFiles.pdf(500))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    static Response upload(String token, String event, String name, byte[] file) {
        return as(token)
                .header("If-Match", "*")
                .header("Content-Type", "application/pdf")
                .queryParam("name", name)
                .body(file)
                .post(FILES, event);
    }

    public static Response remove(String token, String event, String file) {
        return as(token).header("If-Match", "*").delete(FILES + "/{file}", event, file);
    }
}
