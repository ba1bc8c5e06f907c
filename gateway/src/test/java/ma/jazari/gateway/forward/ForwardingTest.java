package ma.jazari.gateway.forward;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import ma.jazari.gateway.network.GatewayTest;
import ma.jazari.gateway.network.RawHttp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ForwardingTest extends GatewayTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @Test
    void sends_the_request_to_the_service_as_it_came() {
        var seen = given().header("If-Match", "\"3\"")
                .header("Content-Type", "application/merge-patch+json")
                .body("{\"a\":1}")
                .patch("/v1/partners/p5m2c0066?lang=ar&q=a%20b%2Fc")
                .jsonPath();

        assertThat(seen.getString("service")).isEqualTo("partnerships");
        assertThat(seen.getString("method")).isEqualTo("PATCH");
        assertThat(seen.getString("uri")).isEqualTo("/v1/partners/p5m2c0066?lang=ar&q=a%20b%2Fc");
        assertThat(seen.getInt("body")).isEqualTo(7);
        assertThat(header(seen, "if-match")).containsExactly("\"3\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/program-events", "/v1/programmes/1", "/v1/calendars/network.ics"})
    void finds_the_service_by_the_collection(String path) {
        assertThat(given().get(path).jsonPath().getString("service")).isEqualTo("events");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/institutes/j4k7xq236/keys", "/v1/institutes/j4k7xq236/keys/2026-11"})
    void finds_the_keys_of_institutes_where_those_of_partners_are(String path) {
        assertThat(given().get(path).jsonPath().getString("service")).isEqualTo("partnerships");
    }

    @Test
    void lets_a_page_of_a_service_say_what_a_browser_may_do_with_it() {
        network.events.answers(
                "/v1/registrations/1",
                "200 OK",
                """
                text/html;charset=UTF-8\r
                Content-Security-Policy: default-src 'none'; form-action 'self'\r
                Referrer-Policy: strict-origin""",
                "<p>ok");

        var page = given().header("Accept", "text/html").get("/v1/registrations/1");

        assertThat(page.contentType()).isEqualTo("text/html;charset=UTF-8");
        assertThat(page.headers().getValues("Content-Security-Policy"))
                .containsExactly("default-src 'none'; form-action 'self'");
        assertThat(page.headers().getValues("Referrer-Policy")).containsExactly("strict-origin");
    }

    @Test
    void leaves_it_to_the_client_to_follow_a_redirect() {
        var answer = given().redirects().follow(false).get("/v1/institutes/moved?lang=ar");

        assertThat(answer.statusCode()).isEqualTo(308);
        assertThat(answer.header("Location")).isEqualTo("/v1/institutes/j00000098?lang=ar");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(answer.asString()).isEmpty();
    }

    @Test
    void keeps_what_concerns_one_connection_to_itself() throws IOException {
        var request =
                """
                GET /v1/institutes/echo HTTP/1.1\r
                Host: registry.example.org\r
                Connection: X-Private\r
                X-Private: 1\r
                Keep-Alive: timeout=5\r
                TE: trailers\r
                Upgrade: websocket\r
                Proxy-Authorization: Basic abc\r
                Proxy-Connection: keep-alive\r
                X-Public: 1\r
                \r
                """;

        JsonPath seen;
        try (var client = new RawHttp()) {
            client.send(request).until("\r\n\r\n");
            seen = JsonPath.from(client.until("}"));
        }

        assertThat(names(seen))
                .contains("x-public")
                .doesNotContain(
                        "connection",
                        "x-private",
                        "keep-alive",
                        "te",
                        "upgrade",
                        "proxy-authorization",
                        "proxy-connection");
    }

    @Test
    void removes_every_claim_of_an_identity_or_an_address() {
        var seen = given().header("X-User", "root")
                .header("X-User-Roles", "network-admin")
                .header("X_Forwarded_User", "root")
                .header("X-Remote-User", "root")
                .header("Remote-User", "root")
                .header("X-Auth-Request-Email", "a@example.org")
                .header("X-Client-Cert", "abc")
                .header("Client-Cert", "abc")
                .header("X-Real-IP", "10.0.0.1")
                .header("X-Forwarded-For", "10.0.0.1")
                .header("X-Forwarded-Prefix", "/admin")
                .header("X-Original-URL", "/admin")
                .header("Forwarded", "for=10.0.0.1")
                .get("/v1/institutes/echo")
                .jsonPath();

        assertThat(header(seen, "x-forwarded-for")).containsExactly("127.0.0.1");
        assertThat(header(seen, "forwarded")).singleElement().asString().startsWith("for=127.0.0.1;proto=http;host=");
        assertThat(names(seen))
                .doesNotContain(
                        "x-user",
                        "x-user-roles",
                        "x_forwarded_user",
                        "x-remote-user",
                        "remote-user",
                        "x-auth-request-email",
                        "x-client-cert",
                        "client-cert",
                        "x-real-ip",
                        "x-forwarded-prefix",
                        "x-original-url");
    }

    @Test
    void passes_the_request_id_on_and_answers_it_once() {
        var answer = given().header("X-Request-Id", "my-request-7").get("/v1/institutes/echo");

        assertThat(answer.headers().getValues("X-Request-Id")).containsExactly("my-request-7");
        assertThat(header(answer.jsonPath(), "x-request-id")).containsExactly("my-request-7");
    }

    @Test
    void continues_the_clients_trace() {
        var seen = given().header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                .get("/v1/institutes/echo")
                .jsonPath();

        assertThat(header(seen, "traceparent"))
                .singleElement()
                .asString()
                .startsWith("00-" + TRACE)
                .doesNotContain("00f067aa0ba902b7");
    }

    @Test
    void begins_a_trace_where_there_is_none() {
        var seen = given().get("/v1/institutes/echo").jsonPath();

        assertThat(header(seen, "traceparent"))
                .singleElement()
                .asString()
                .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]");
    }

    @Test
    void answers_with_the_services_headers_but_not_those_of_its_connection() {
        var answer = given().get("/v1/institutes/hop");

        assertThat(answer.body().asString()).isEqualTo("ok");
        assertThat(answer.header("ETag")).isEqualTo("\"1\"");
        assertThat(answer.headers().getValues("Link")).containsExactly("<a>", "<b>");
        assertThat(answer.headers().asList())
                .extracting(header -> header.getName())
                .doesNotContain("X-Internal", "Keep-Alive", "Server", "Connection", "Access-Control-Allow-Origin");
    }

    @Test
    void answers_without_a_body_where_there_is_none() {
        assertThat(given().delete("/v1/institutes/no-content").statusCode()).isEqualTo(204);
        assertThat(given().head("/v1/institutes/echo").header("Content-Length")).isNotEqualTo("0");
    }

    @Test
    void keeps_connections_for_the_next_request() {
        for (int i = 0; i < 20; i++) {
            given().get("/v1/institutes/echo").then().statusCode(200);
        }

        assertThat(network.institutes.requests()).isEqualTo(20);
        assertThat(network.institutes.connections()).isLessThanOrEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/institutes/../partners",
                "/v1/institutes/%2e%2e/partners",
                "/v1/institutes/..;/partners",
                "/v1/institutes/%2e%2e%2fpartners",
                "//v1/institutes",
                "/v1/institutes/%252e%252e/partners"
            })
    void lets_no_path_climb_out_of_its_collection(String path) throws IOException {
        var answer = RawHttp.exchange("GET " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json", "/problems/invalid-request");
        assertThat(network.services()).allMatch(service -> service.requests() == 0);
    }

    @Test
    void speaks_http_2_with_clients_that_do() throws Exception {
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build()) {
            var uri = URI.create("http://localhost:" + RestAssured.port + "/v1/institutes/echo");
            var read = client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
            var written = client.send(
                    HttpRequest.newBuilder(uri)
                            .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[100_000])))
                            .build(),
                    BodyHandlers.ofString());

            assertThat(read.version()).isEqualTo(HttpClient.Version.HTTP_2);
            assertThat(read.statusCode()).isEqualTo(200);
            assertThat(written.body()).contains("\"body\":100000");
        }
    }

    @Test
    void answers_404_for_what_nobody_serves() {
        for (var path : List.of("/v1/nothing", "/v1", "/nothing", "/v1/institutesx")) {
            given().get(path).then().statusCode(404).contentType("application/problem+json");
        }
    }

    @Test
    void answers_405_for_methods_that_the_registry_does_not_know() {
        given().request("TRACE", "/v1/institutes")
                .then()
                .statusCode(405)
                .contentType("application/problem+json")
                .header("Allow", "DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT");
    }

    private static List<String> names(JsonPath seen) {
        return seen.getList("headers.collect { it[0] }", String.class);
    }

    private static List<String> header(JsonPath seen, String name) {
        return seen.getList("headers.findAll { it[0] == '" + name + "' }.collect { it[1] }", String.class);
    }
}
