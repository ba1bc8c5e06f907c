package ma.jazari.events.registration;

import static ma.jazari.events.registration.RegistrationFixture.move;
import static ma.jazari.events.registration.RegistrationFixture.own;
import static ma.jazari.events.registration.RegistrationFixture.registered;
import static ma.jazari.events.registration.RegistrationFixture.seminar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import ma.jazari.events.programevent.ApiFixture;
import ma.jazari.platform.test.RealParts;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealParts.class)
class DueRegistrationsTest {

    @Inject
    DueRegistrations due;

    @Inject
    RegistrationRound round;

    @Inject
    AgroalDataSource database;

    @Test
    void leaves_an_event_alone_for_a_while_that_cannot_be_brought_up_to_date() throws SQLException {
        var event = seminar(ApiFixture.activeInstitute(), "{\"capacity\": 1}");
        var first = registered(event);
        var second = registered(event);
        move(first.getString("manageUrl"), "CANCELLED").then().statusCode(200);
        // No desk counts less than nothing.
        execute(
                """
                begin;
                update registration_desk set offered = 0 where program_event_id = '%1$s';
                update registration set offer_expires_at = now() where program_event_id = '%1$s' and state = 'OFFERED';
                commit
                """,
                event);

        round.run();

        assertThat(due.withLapsedOffers(Instant.now(), 1000)).doesNotContain(UUID.fromString(event));
        own(second.getString("manageUrl")).then().body("state", equalTo("OFFERED"));

        execute("update registration_desk set offered = 1, again_at = now() where program_event_id = '%s'", event);
        round.run();
        own(second.getString("manageUrl")).then().body("state", equalTo("CANCELLED"));
    }

    private void execute(String sql, String event) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql.formatted(event));
        }
    }
}
