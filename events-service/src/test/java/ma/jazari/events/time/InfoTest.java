package ma.jazari.events.time;

import static ma.jazari.platform.test.Api.anonymous;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import ma.jazari.platform.test.RealParts;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealParts.class)
class InfoTest {

    @TestHTTPResource(value = "/info", management = true)
    String info;

    @Inject
    ZoneTimes zones;

    @Test
    void says_which_rules_for_morocco_it_goes_by() {
        anonymous()
                .get(info)
                .then()
                .statusCode(200)
                .body("tzdb", equalTo(zones.runtimeVersion()))
                .body("moroccoTime.tzdb", greaterThanOrEqualTo("2026c"))
                .body("moroccoTime.corrected", equalTo(zones.isCorrected()));
    }
}
