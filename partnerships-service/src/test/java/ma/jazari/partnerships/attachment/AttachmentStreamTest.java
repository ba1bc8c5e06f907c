package ma.jazari.partnerships.attachment;

import static java.util.concurrent.TimeUnit.SECONDS;
import static ma.jazari.partnerships.attachment.AttachmentFixture.convention;
import static ma.jazari.partnerships.attachment.AttachmentFixture.pdf;
import static ma.jazari.platform.test.Api.anonymous;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import ma.jazari.platform.file.Upload;
import ma.jazari.platform.test.RealParts;
import org.junit.jupiter.api.Test;

/** The way of a file through HTTP into the database and out again. */
@QuarkusTest
@WithTestResource(RealParts.class)
class AttachmentStreamTest {

    @TestHTTPResource
    URI address;

    @Test
    void takes_and_gives_the_largest_file_there_may_be() {
        var file = pdf(Upload.MOST_BYTES);
        var path = path();

        var id = post(path, "application/pdf", file)
                .then()
                .statusCode(200)
                .extract()
                .<String>path("id");

        var given = anonymous().get(path + "/" + id);
        given.then().statusCode(200).contentType("application/pdf").header("Content-Length", equalTo("20971520"));
        assertThat(MessageDigest.isEqual(given.asByteArray(), file)).isTrue();
    }

    @Test
    void reads_a_body_while_it_is_still_being_sent() throws Exception {
        var file = pdf(Upload.MOST_BYTES);
        var begun = 2_000_000;
        StreamedAttachmentResource.RECEIVED.set(0);
        var rest = new SequenceInputStream(Collections.enumeration(List.of(
                new ByteArrayInputStream(file, 0, begun), new ByteArrayInputStream(file, begun, file.length - begun) {
                    @Override
                    public synchronized int read(byte[] to, int from, int length) {
                        if (pos == begun) {
                            awaitReceived(begun / 2);
                        }
                        return super.read(to, from, length);
                    }
                })));

        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(address.resolve(path() + "?name=x.pdf"))
                    .version(HttpClient.Version.HTTP_1_1)
                    .header("Content-Type", "application/pdf")
                    .POST(BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> rest), file.length))
                    .build();
            var answer = client.send(request, BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("\"size\":20971520");
        }
    }

    @Test
    void refuses_a_larger_one_and_says_how_large_it_may_be() {
        var path = path();

        post(path, "application/pdf", pdf(Upload.MOST_BYTES + 1))
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("detail", equalTo("An attachment has 20,971,520 bytes at most."));
    }

    @Test
    void keeps_other_paths_to_the_size_of_a_record() {
        post("/v1/conventions?name=x", "application/json", new byte[2_200_000])
                .then()
                .statusCode(413)
                .contentType("application/problem+json");
    }

    @Test
    void refuses_what_is_not_of_the_type_that_it_says() {
        var path = path();

        post(path, "text/html", pdf(100))
                .then()
                .statusCode(415)
                .body(
                        "detail",
                        containsString("The Content-Type of an attachment is one of application/pdf, image/png"));
        post(path, "image/png", pdf(100)).then().statusCode(400).body("errors[0].pointer", equalTo("Content-Type"));
        post(path, "application/pdf", Arrays.copyOf(pdf(100), 90)).then().statusCode(400);
        post(path, "application/pdf", new byte[0]).then().statusCode(400);
    }

    private static void awaitReceived(long bytes) {
        await().atMost(20, SECONDS).until(() -> StreamedAttachmentResource.RECEIVED.get() > bytes);
    }

    private static String path() {
        return "/v1/conventions/test-" + convention() + "/attachments";
    }

    private static Response post(String path, String type, byte[] body) {
        return anonymous()
                .header("Content-Type", type)
                .body(body)
                .post(path + (path.contains("?") ? "" : "?name=x.pdf"));
    }
}
