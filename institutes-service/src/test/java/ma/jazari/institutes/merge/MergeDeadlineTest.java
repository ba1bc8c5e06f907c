package ma.jazari.institutes.merge;

import static ma.jazari.institutes.merge.MergeFixture.active;
import static ma.jazari.institutes.merge.MergeFixture.merge;
import static ma.jazari.institutes.merge.MergeFixture.read;
import static ma.jazari.institutes.merge.MergeFixture.transition;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import ma.jazari.platform.test.LaterClock;
import ma.jazari.platform.test.RealParts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How long a merge can be taken back. */
@QuarkusTest
@WithTestResource(RealParts.class)
class MergeDeadlineTest {

    @Inject
    LaterClock clock;

    @AfterEach
    void comeBack() {
        clock.comeBack();
    }

    @Test
    void lets_a_merge_be_taken_back_for_thirty_days() {
        var source = active("Institut du trentième jour");
        var successor = active("Institut patient");
        merge(source, successor).then().statusCode(200);

        clock.putForward(Duration.ofDays(30).minusMinutes(5));

        read(source).then().body("availableTransitions", contains("ACTIVE"));
        undo(source).then().statusCode(200).body("status", equalTo("ACTIVE"));
    }

    @Test
    void says_when_it_could_last_be_taken_back() {
        var source = active("Institut du trente et unième jour");
        var successor = active("Institut définitif");
        merge(source, successor).then().statusCode(200);
        var mergedAt = Instant.parse(read(source).path("updatedAt"));

        clock.putForward(Duration.ofDays(30).plusMinutes(5));

        read(source).then().body("availableTransitions", empty()).body("status", equalTo("MERGED"));
        var ended = undo(source)
                .then()
                .statusCode(409)
                .body("detail", containsString("final"))
                .extract()
                .<String>path("undoEnded");
        assertThat(Instant.parse(ended)).isEqualTo(mergedAt.plus(Duration.ofDays(30)));
        read(source).then().body("status", equalTo("MERGED"));
    }

    private static Response undo(String source) {
        return transition(source, "*", "{\"to\": \"ACTIVE\", \"reason\": \"a mistake\"}");
    }
}
