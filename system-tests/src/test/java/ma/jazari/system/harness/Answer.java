package ma.jazari.system.harness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.StreamSupport;

/** What the gateway answered. */
public record Answer(String request, int status, HttpHeaders headers, String body) {

    static Answer of(HttpResponse<String> response) {
        var request = response.request().method() + " " + response.uri();
        return new Answer(request, response.statusCode(), response.headers(), response.body());
    }

    /** The same answer, if it has this status. */
    public Answer expect(int wanted) {
        assertThat(status).as("%s was answered %s", request, body).isEqualTo(wanted);
        return this;
    }

    /** The same answer, if it is a problem of this status and type, as RFC 9457 has them. */
    public Answer expectProblem(int wanted, String slug) {
        expect(wanted);
        assertThat(header("Content-Type")).startsWith("application/problem+json");
        assertThat(text("/type")).isEqualTo("/problems/" + slug);
        assertThat(json().path("status").asInt()).isEqualTo(wanted);
        assertThat(text("/title")).isNotEmpty();
        assertThat(text("/requestId")).isEqualTo(header("X-Request-Id"));
        return this;
    }

    /** Empty when it is not there. */
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    public String etag() {
        return header("ETag");
    }

    public JsonNode json() {
        return Json.read(body);
    }

    /** The text at a JSON pointer, empty when there is none. */
    public String text(String pointer) {
        return json().at(pointer).asText();
    }

    /** The elements of the array at a JSON pointer. */
    public List<JsonNode> elements(String pointer) {
        return StreamSupport.stream(json().at(pointer).spliterator(), false).toList();
    }

    /** Of each element of the array, the text at a pointer. */
    public List<String> texts(String array, String pointer) {
        return elements(array).stream()
                .map(element -> element.at(pointer).asText())
                .toList();
    }
}
