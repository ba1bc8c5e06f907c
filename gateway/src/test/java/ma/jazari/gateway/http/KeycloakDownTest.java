package ma.jazari.gateway.http;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import ma.jazari.gateway.network.GatewayTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(KeycloakDownTest.NobodyThere.class)
class KeycloakDownTest extends GatewayTest {

    @TestHTTPResource(value = "/health/ready", management = true)
    String ready;

    /** An address at which nothing listens. */
    public static final class NobodyThere implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.oidc.auth-server-url", "http://localhost:1/realms/jazari");
        }
    }

    @Test
    void says_503_to_a_token_that_cannot_be_verified() {
        given().header("Authorization", "Bearer " + network.keycloak.token())
                .get("/v1/institutes/echo")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", notNullValue())
                .body("detail", containsString("Keycloak"));
    }

    @Test
    void still_serves_the_public() {
        given().get("/v1/institutes/echo").then().statusCode(200);
    }

    @Test
    void is_not_ready_while_it_has_no_keys_and_nobody_to_ask() {
        given().get(ready)
                .then()
                .statusCode(503)
                .body("checks.find { it.name == 'token-keys' }.status", equalTo("DOWN"));
    }
}
