package ma.jazari.events.registration;

import static java.util.concurrent.TimeUnit.SECONDS;
import static ma.jazari.events.registration.RegistrationFixture.address;
import static ma.jazari.events.registration.RegistrationFixture.mails;
import static ma.jazari.events.registration.RegistrationFixture.person;
import static ma.jazari.events.registration.RegistrationFixture.post;
import static ma.jazari.events.registration.RegistrationFixture.seminar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import ma.jazari.events.programevent.ApiFixture;
import ma.jazari.events.time.ChangingRules;
import ma.jazari.events.timerules.TimeRulesFixture;
import ma.jazari.platform.test.LaterClock;
import ma.jazari.platform.test.RealParts;
import org.junit.jupiter.api.Test;

/** What changed time-zone rules mean for those who registered. */
@QuarkusTest
@TestProfile(RegistrationAndTimeRulesTest.Profile.class)
@WithTestResource(RealParts.class)
class RegistrationAndTimeRulesTest {

    @Inject
    ChangingRules rules;

    @Inject
    LaterClock clock;

    @Inject
    AgroalDataSource database;

    /** Alone, since its clock goes forward. */
    public static class Profile extends ChangingRules.Profile {}

    @Test
    void tells_those_who_registered_and_keeps_their_data_as_long_as_it_says() throws SQLException {
        rules.beOutdated();
        var event = seminar(ApiFixture.activeInstitute(), "{\"retentionDays\": 10}");
        var address = address();
        post(event, person(address, ", \"lang\": \"en\"")).then().statusCode(201);
        var keptUntil = eraseAfter(event);

        rules.beOfToday();
        TimeRulesFixture.applied();

        await().atMost(20, SECONDS).until(() -> mails(address).size() == 2);
        assertThat(mails(address).getFirst()).contains("(Africa/Casablanca, UTC+01:00)");
        assertThat(mails(address).getLast()).contains("Changed: Séminaire", "(Africa/Casablanca, UTC)");
        assertThat(eraseAfter(event)).isEqualTo(keptUntil.plus(Duration.ofHours(1)));
    }

    @Test
    void tells_nobody_of_an_event_that_is_over() throws SQLException {
        rules.beOutdated();
        var event = seminar(ApiFixture.activeInstitute(), "{}");
        var address = address();
        post(event, person(address, "")).then().statusCode(201);
        await().atMost(20, SECONDS).until(() -> mails(address).size() == 1);

        clock.putForward(Duration.ofDays(75));
        rules.beOfToday();

        var applied = TimeRulesFixture.applied();
        var toBeSent = toBeSent(address);
        clock.putForward(Duration.ofDays(-75));

        assertThat(applied).containsKey(event);
        assertThat(toBeSent).isZero();
        assertThat(mails(address)).hasSize(1);
    }

    private int toBeSent(String address) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select count(*) from mail where recipient = ?")) {
            select.setString(1, address);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private Instant eraseAfter(String event) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select erase_after from registration_desk where program_event_id = ?::uuid")) {
            select.setString(1, event);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getTimestamp(1).toInstant();
            }
        }
    }
}
