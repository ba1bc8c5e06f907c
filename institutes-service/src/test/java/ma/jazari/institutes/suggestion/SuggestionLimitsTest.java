package ma.jazari.institutes.suggestion;

import static ma.jazari.institutes.suggestion.SuggestionFixture.MOVE;
import static ma.jazari.institutes.suggestion.SuggestionFixture.active;
import static ma.jazari.institutes.suggestion.SuggestionFixture.move;
import static ma.jazari.institutes.suggestion.SuggestionFixture.pending;
import static ma.jazari.institutes.suggestion.SuggestionFixture.propose;
import static ma.jazari.institutes.suggestion.SuggestionFixture.somebody;
import static ma.jazari.platform.test.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Collections;
import java.util.concurrent.Callable;
import ma.jazari.platform.test.RealParts;
import org.junit.jupiter.api.Test;

/** Nobody floods the reviewers. */
@QuarkusTest
@WithTestResource(RealParts.class)
class SuggestionLimitsTest {

    @Inject
    AgroalDataSource database;

    @Test
    void lets_five_of_one_proposer_wait_for_one_institute() {
        var id = active("Institut assailli");
        var flood = somebody("flot-un");
        for (int i = 0; i < 4; i++) {
            pending(flood, id, 3, MOVE);
        }
        var last = pending(flood, id, 3, MOVE);

        propose(flood, id, 3, MOVE)
                .then()
                .statusCode(429)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/rate-limited"))
                .body("detail", containsString("withdraw"))
                .header("Retry-After", nullValue());
        propose(somebody("flot-deux"), id, 3, MOVE).then().statusCode(201);
        propose(flood, active("Institut épargné"), 3, MOVE).then().statusCode(201);
        move(flood, last, "WITHDRAWN").then().statusCode(200);
        propose(flood, id, 3, MOVE).then().statusCode(201);
    }

    @Test
    void lets_twenty_of_one_proposer_wait_in_all() {
        var flood = somebody("flot-trois");
        for (int i = 0; i < 4; i++) {
            var id = active("Institut en vue " + i);
            for (int j = 0; j < 5; j++) {
                pending(flood, id, 3, MOVE);
            }
        }

        propose(flood, active("Institut de trop"), 3, MOVE)
                .then()
                .statusCode(429)
                .body("detail", containsString("20"))
                .header("Retry-After", nullValue());
    }

    @Test
    void lets_one_proposer_make_fifty_within_a_day() throws SQLException {
        var id = active("Institut harcelé");
        var flood = somebody("flot-quatre");
        for (int i = 0; i < 50; i++) {
            move(flood, pending(flood, id, 3, MOVE), "WITHDRAWN").then().statusCode(200);
        }

        var refused = propose(flood, id, 3, MOVE)
                .then()
                .statusCode(429)
                .body("detail", containsString("Try again after"))
                .extract();
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(86_000, 86_401);
        age("sub-of-flot-quatre");
        propose(flood, id, 3, MOVE).then().statusCode(201);
    }

    @Test
    void holds_when_many_are_proposed_at_once() throws Exception {
        var id = active("Institut bombardé");
        var flood = somebody("flot-cinq");
        Callable<Integer> request = () -> propose(flood, id, 3, MOVE).statusCode();

        var statuses = Contention.over(database, "institute", id, Collections.nCopies(8, request));

        assertThat(statuses).containsOnly(201, 429);
        assertThat(statuses.stream().filter(status -> status == 201)).hasSize(5);
        as(flood)
                .get("/v1/change-suggestions?mine=true&total=true&status=PENDING")
                .then()
                .body("total", equalTo(5));
    }

    private void age(String proposer) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(
                        "update change_suggestion set created_at = created_at - interval '25 hours' where proposer_sub = ?")) {
            update.setString(1, proposer);
            update.executeUpdate();
        }
    }
}
