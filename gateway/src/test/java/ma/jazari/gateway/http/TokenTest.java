package ma.jazari.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import ma.jazari.gateway.network.GatewayTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class TokenTest extends GatewayTest {

    @Test
    void lets_a_request_without_a_token_pass_for_the_service_to_decide() {
        given().get("/v1/institutes/echo").then().statusCode(200);
    }

    @Test
    void passes_a_valid_token_on_for_the_service_to_verify_again() {
        var token = network.keycloak.token();

        with("Bearer " + token).then().statusCode(200).body(containsString(token));
    }

    @Test
    void accepts_the_scheme_in_any_case() {
        with("bearer " + network.keycloak.token()).then().statusCode(200);
    }

    @Test
    void stops_an_expired_token() {
        refuses("Bearer " + network.keycloak.expired());
    }

    @Test
    void stops_a_token_for_another_audience() {
        refuses("Bearer " + network.keycloak.forSomebodyElse());
    }

    @Test
    void stops_a_token_of_another_issuer() {
        refuses("Bearer " + network.keycloak.fromSomebodyElse());
    }

    @Test
    void stops_a_token_with_a_bad_signature() {
        refuses("Bearer " + network.keycloak.signedByAnother());
    }

    @Test
    void stops_a_token_with_a_key_that_the_realm_does_not_have() {
        refuses("Bearer " + network.keycloak.withAnUnknownKey());
    }

    @Test
    void stops_a_token_without_a_signature() {
        refuses("Bearer " + network.keycloak.unsigned());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "Bearer ", "Bearer not-a-token", "Basic cm9vdDpyb290", "DPoP abc", ""})
    void stops_whatever_is_not_a_token(String authorization) {
        refuses(authorization);
    }

    @Test
    void stops_two_tokens_at_once() {
        var valid = "Bearer " + network.keycloak.token();

        var answer = given().header("Authorization", valid, valid).get("/v1/institutes/echo");

        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @Test
    void stops_a_bad_token_at_its_own_resources_too() {
        given().header("Authorization", "Bearer " + network.keycloak.expired())
                .get("/v1/changes")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
    }

    @Test
    void goes_on_verifying_with_the_keys_it_has_when_keycloak_fails() {
        with("Bearer " + network.keycloak.token()).then().statusCode(200);
        network.keycloak.down(true);

        with("Bearer " + network.keycloak.token()).then().statusCode(200);
    }

    private void refuses(String authorization) {
        with(authorization)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", startsWith("Bearer realm=\"jazari\""))
                .body("type", equalTo("/problems/unauthenticated"));
        assertThat(network.institutes.requests()).isZero();
    }

    private static Response with(String authorization) {
        return given().header("Authorization", authorization).get("/v1/institutes/echo");
    }
}
