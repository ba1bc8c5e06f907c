package ma.jazari.institutes.importing;

import static ma.jazari.platform.test.Api.as;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import ma.jazari.platform.test.Tokens;

/** Imports and exports as a client makes them. */
public final class ImportFixture {

    public static final String NDJSON = "application/x-ndjson";
    public static final String CSV = "text/csv";

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ImportFixture() {}

    /** Text that no other test has. */
    public static String unique() {
        return UUID.randomUUID().toString().substring(0, 12);
    }

    public static JsonNode imported(String file) {
        return imported("", NDJSON, file);
    }

    /** The report of an import that was begun. */
    public static JsonNode imported(String query, String type, String file) {
        return json(post(query, type, file.getBytes(StandardCharsets.UTF_8)));
    }

    public static HttpResponse<String> post(String query, String type, byte[] file, String... headers) {
        return post(Tokens.networkAdmin(), query, type, file, headers);
    }

    public static HttpResponse<String> post(String token, String query, String type, byte[] file, String... headers) {
        var request = HttpRequest.newBuilder(uri("/v1/institutes/import" + query))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(file));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return send(request.build());
    }

    /** An export of the caller; no token for the public. */
    public static HttpResponse<String> export(String query, String accept, String token, String... headers) {
        var request =
                HttpRequest.newBuilder(uri("/v1/institutes/export" + query)).header("Accept", accept);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return send(request.build());
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return CLIENT.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static URI uri(String path) {
        return URI.create("http://localhost:" + RestAssured.port + path);
    }

    public static JsonNode json(HttpResponse<String> response) {
        return json(response.body());
    }

    public static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] gzip(byte[] content) {
        try (var bytes = new ByteArrayOutputStream();
                var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
            gzip.finish();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A line of a file, with more members after a comma. */
    public static String line(String name, String more) {
        return """
                {"kind": "INSTITUTE", "names": [{"value": "%s", "lang": "fr", "type": "DISPLAY"}], \
                "missions": ["RESEARCH"], "region": "MA-03" %s}
                """
                .formatted(name, more);
    }

    public static String line(String name) {
        return line(name, "");
    }

    /** The active root of the network, made if it is not there yet. */
    public static String root() {
        var found = as(Tokens.networkAdmin())
                .get("/v1/institutes?kind=ROOT&status=ACTIVE")
                .<String>path("items[0].id");
        if (found != null) {
            return found;
        }
        imported(
                """
                {"kind": "ROOT", "status": "ACTIVE", "missions": ["RESEARCH"], "region": "MA-04", \
                "names": [{"value": "JAZARI ROOT", "lang": "fr", "type": "DISPLAY"}]}
                """);
        return root();
    }

    public static JsonNode get(String id) {
        return json(as(Tokens.networkAdmin()).get("/v1/institutes/{id}", id).asString());
    }

    /** The id of the institute with the domain. */
    public static String idOf(String domain) {
        return as(Tokens.networkAdmin())
                .queryParam("q", domain)
                .get("/v1/institutes")
                .<String>path("items[0].id");
    }

    static void patch(String id, String patch) {
        as(Tokens.networkAdmin())
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(patch)
                .patch("/v1/institutes/{id}", id)
                .then()
                .statusCode(200);
    }

    static void move(String id, String to) {
        as(Tokens.networkAdmin())
                .contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body("{\"to\": \"%s\", \"reason\": \"as the test says\"}".formatted(to))
                .post("/v1/institutes/{id}/transitions", id)
                .then()
                .statusCode(200);
    }

    static String counts(JsonNode report) {
        return String.join(
                " ",
                Arrays.asList("created", "updated", "unchanged", "rejected").stream()
                        .map(name -> report.path(name).asText())
                        .toList());
    }
}
