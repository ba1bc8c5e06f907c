package ma.jazari.gateway.forward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import ma.jazari.gateway.network.GatewayTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(RetryTest.FewRetries.class)
class RetryTest extends GatewayTest {

    /** No more retries than there are at the beginning, of each service. */
    public static final class FewRetries implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("jazari.gateway.upstreams.events.retry-percent", "0");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "OPTIONS"})
    void asks_once_more_where_that_changes_nothing(String method) {
        network.institutes.breaksOff(1);

        assertThat(given().request(method, "/v1/institutes/echo?a=b").statusCode())
                .isEqualTo(200);
        assertThat(network.institutes.requests()).isEqualTo(2);
        assertThat(network.institutes.last()).contains("/v1/institutes/echo?a=b");
    }

    @Test
    void asks_again_where_the_service_left_the_connection_that_was_kept() {
        for (int i = 0; i < 5; i++) {
            assertThat(given().get("/v1/institutes/leave").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void asks_no_third_time() {
        network.institutes.breaksOff(2);

        assertThat(given().get("/v1/institutes/echo").statusCode()).isEqualTo(502);
        assertThat(network.institutes.requests()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void never_repeats_what_may_have_been_done(String method) {
        network.institutes.breaksOff(1);

        assertThat(given().request(method, "/v1/institutes/echo").statusCode()).isEqualTo(502);
        assertThat(network.institutes.requests()).isEqualTo(1);
    }

    @Test
    void never_repeats_what_came_with_a_body() {
        network.institutes.breaksOff(1);

        assertThat(given().body("{}").get("/v1/institutes/echo").statusCode()).isEqualTo(502);
        assertThat(network.institutes.requests()).isEqualTo(1);
    }

    @Test
    void never_repeats_once_an_answer_has_begun() {
        assertThatException().isThrownBy(() -> given().get("/v1/institutes/cut").asByteArray());
        assertThat(network.institutes.requests()).isEqualTo(1);
    }

    @Test
    void stops_repeating_when_everything_fails() {
        network.events.breaksOff(1_000);

        for (int i = 0; i < 30; i++) {
            assertThat(given().get("/v1/programmes/echo").statusCode()).isEqualTo(502);
        }

        assertThat(network.events.requests()).isEqualTo(30 + 10);
    }
}
