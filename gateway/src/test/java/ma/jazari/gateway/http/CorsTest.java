package ma.jazari.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.util.Map;
import ma.jazari.gateway.network.GatewayTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(CorsTest.Dashboard.class)
class CorsTest extends GatewayTest {

    private static final String DASHBOARD = "https://dashboard.example.org";

    /** One page of another origin may use the registry. */
    public static final class Dashboard implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.http.cors.enabled", "true", "quarkus.http.cors.origins", DASHBOARD);
        }
    }

    @Test
    void lets_the_configured_origin_read_the_answer_and_its_headers() {
        var answer = given().header("Origin", DASHBOARD).get("/v1/institutes/hop");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().getValues("Access-Control-Allow-Origin")).containsExactly(DASHBOARD);
        assertThat(answer.header("Access-Control-Expose-Headers"))
                .contains("ETag", "Location", "Link", "X-Request-Id", "Retry-After");
    }

    @Test
    void answers_the_question_before_a_change_without_asking_a_service() {
        var answer = given().header("Origin", DASHBOARD)
                .header("Access-Control-Request-Method", "PATCH")
                .header("Access-Control-Request-Headers", "authorization,if-match,content-type")
                .options("/v1/institutes/echo");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("Access-Control-Allow-Methods")).contains("PATCH");
        assertThat(network.institutes.requests()).isZero();
    }

    @Test
    void lets_the_forms_of_our_own_pages_pass() {
        var own = RestAssured.baseURI + ":" + RestAssured.port;
        var form = given().contentType("application/x-www-form-urlencoded").body("key=abc&to=CANCELLED");

        var answer = form.header("Origin", own).post("/v1/registrations/echo");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(network.events.requests()).isEqualTo(1);
        assertThat(given().header("Origin", "null")
                        .post("/v1/registrations/echo")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void shows_nothing_to_other_origins() {
        var answer = given().header("Origin", "https://elsewhere.example.org").get("/v1/institutes/echo");

        assertThat(answer.headers().hasHeaderWithName("Access-Control-Allow-Origin"))
                .isFalse();
    }
}
