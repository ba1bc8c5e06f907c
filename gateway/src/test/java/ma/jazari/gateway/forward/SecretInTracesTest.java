package ma.jazari.gateway.forward;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import ma.jazari.gateway.network.GatewayTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SecretInTracesTest extends GatewayTest {

    private static final String KEY = "fw3Vn0-7Yq";

    @Inject
    SpanLog spans;

    @Test
    void passes_the_key_of_a_link_on_and_leaves_it_out_of_traces() {
        var seen = given().get("/v1/registrations/019c1e2a?key=" + KEY + "&lang=ar")
                .jsonPath();

        assertThat(seen.getString("uri")).isEqualTo("/v1/registrations/019c1e2a?key=" + KEY + "&lang=ar");
        // One of the request that came in, one of that to the service.
        await().atMost(10, SECONDS)
                .until(() -> spans.about("key=hidden&lang=ar").size() == 2);
        assertThat(spans.about(KEY)).isEmpty();
    }
}
