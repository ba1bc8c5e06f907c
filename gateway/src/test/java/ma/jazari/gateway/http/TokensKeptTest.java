package ma.jazari.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import ma.jazari.gateway.network.GatewayTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(TokensKeptTest.Impatient.class)
class TokensKeptTest extends GatewayTest {

    private static final String REVOKED = "/internal/clients/revoked";

    @Inject
    MeterRegistry metrics;

    /** Keys may be asked for often, and revoked clients are. */
    public static final class Impatient implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.oidc.token.forced-jwk-refresh-interval", "1S",
                    "jazari.gateway.revoked-clients-every", "100ms");
        }
    }

    @Test
    void verifies_a_token_once_until_it_expires() {
        var token = network.keycloak.token();
        double verified = count("verified");
        double kept = count("kept");

        for (int i = 0; i < 5; i++) {
            assertThat(status(token)).isEqualTo(200);
        }

        assertThat(count("verified") - verified).isEqualTo(1);
        assertThat(count("kept") - kept).isEqualTo(4);
    }

    @Test
    void keeps_no_token_that_is_not_valid() {
        var forged = network.keycloak.signedByAnother();

        for (int i = 0; i < 3; i++) {
            assertThat(status(forged)).isEqualTo(401);
        }
    }

    @Test
    void takes_a_token_with_a_new_key_without_a_restart() {
        assertThat(status(network.keycloak.token())).isEqualTo(200);

        network.keycloak.rotate();

        await().until(() -> status(network.keycloak.token()) == 200);
    }

    @Test
    void refuses_a_token_that_is_valid_once_its_client_was_revoked() {
        var token = network.keycloak.tokenOf("partner-lost");
        assertThat(status(token)).isEqualTo(200);

        network.partnerships.answers(REVOKED, "200 OK", "text/plain", "partner-gone\npartner-lost");

        await().until(() -> status(token) == 401);
        given().header("Authorization", "Bearer " + network.keycloak.tokenOf("partner-lost"))
                .get("/v1/changes")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", startsWith("Bearer"))
                .body("detail", containsString("revoked"));
        assertThat(status(network.keycloak.tokenOf("partner-kept"))).isEqualTo(200);
    }

    @Test
    void goes_on_refusing_while_the_service_cannot_say_who_was_revoked() {
        var token = network.keycloak.tokenOf("partner-forgotten");
        network.partnerships.answers(REVOKED, "200 OK", "text/plain", "partner-forgotten");
        await().until(() -> status(token) == 401);

        network.partnerships.answers(REVOKED, "500 Oops", "text/plain", "");
        int asked = network.partnerships.requests(REVOKED);

        await().until(() -> network.partnerships.requests(REVOKED) > asked + 2);
        assertThat(status(token)).isEqualTo(401);
    }

    private int status(String token) {
        return given().header("Authorization", "Bearer " + token)
                .get("/v1/institutes/echo")
                .statusCode();
    }

    private double count(String how) {
        return metrics.counter("jazari.gateway.tokens", "how", how).count();
    }
}
