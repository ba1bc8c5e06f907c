package ma.jazari.gateway.forward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import ma.jazari.gateway.network.GatewayTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(InstancesDownTest.Two.class)
class InstancesDownTest extends GatewayTest {

    private static final int REQUESTS = 40;

    @TestHTTPResource(value = "/health/ready", management = true)
    String ready;

    /** The institutes-service runs twice. */
    public static final class Two implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "jazari.gateway.upstreams.institutes.url", "${network.institutes.url},${network.second.url}",
                    "jazari.gateway.upstreams.institutes.response-timeout", "10S",
                    "jazari.gateway.upstreams.institutes.breaker.failures", "3",
                    "jazari.gateway.upstreams.institutes.breaker.pause", "1H");
        }
    }

    // One test: what is learnt of an instance stays.
    @Test
    void shares_the_work_and_goes_on_with_those_that_are_left() {
        read();
        assertThat(network.institutes.requests()).isEqualTo(REQUESTS / 2);
        assertThat(network.second.requests()).isEqualTo(REQUESTS / 2);

        network.second.close();
        read();
        for (int i = 0; i < REQUESTS; i++) {
            given().body("{}").post("/v1/institutes/echo").then().statusCode(200);
        }
        given().get(ready)
                .then()
                .body("checks.find { it.name == 'services' }.data.'institutes-service'", equalTo("1 of 2 UP"));
        assertThat(network.institutes.requests()).isEqualTo(REQUESTS / 2 + 2 * REQUESTS);
    }

    private static void read() {
        for (int i = 0; i < REQUESTS; i++) {
            given().get("/v1/institutes/echo").then().statusCode(200);
        }
    }
}
