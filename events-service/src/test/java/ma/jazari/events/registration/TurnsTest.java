package ma.jazari.events.registration;

import static java.util.concurrent.TimeUnit.SECONDS;
import static ma.jazari.events.registration.RegistrationFixture.address;
import static ma.jazari.events.registration.RegistrationFixture.person;
import static ma.jazari.events.registration.RegistrationFixture.places;
import static ma.jazari.events.registration.RegistrationFixture.seminar;
import static ma.jazari.platform.test.Api.anonymous;
import static ma.jazari.platform.test.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import ma.jazari.events.programevent.ApiFixture;
import ma.jazari.platform.test.RealParts;
import ma.jazari.platform.test.Tokens;
import org.junit.jupiter.api.Test;

/** Whoever stands in line holds nothing that others need, with an Idempotency-Key, too. */
@QuarkusTest
@WithTestResource(RealParts.class)
class TurnsTest {

    private static final int CLIENTS = 60;

    // Whoever holds a connection and does nothing with it, or waits for the desk.
    private static final String WAITING_AT_THE_DATABASE =
            """
            select count(*) from pg_stat_activity
            where datname = current_database() and pid <> pg_backend_pid() and xact_start < now() - interval '300 ms'
              and (wait_event_type = 'Lock' or (state = 'idle in transaction' and query like '%idempotency%'))
            """;

    @Inject
    AgroalDataSource database;

    @Test
    void leaves_connections_to_others_while_those_with_keys_wait_in_line() throws Exception {
        var event = seminar(ApiFixture.activeInstitute(), "{\"capacity\": " + CLIENTS + "}");

        try (var clients = Executors.newFixedThreadPool(CLIENTS);
                var holder = database.getConnection()) {
            holder.setAutoCommit(false);
            hold(holder, event);
            var all = IntStream.range(0, CLIENTS)
                    .mapToObj(i -> clients.submit(() -> register(event, i)))
                    .toList();

            await().during(2, SECONDS).atMost(20, SECONDS).untilAsserted(() -> {
                anonymous().get("/v1/program-events/{id}", event).then().statusCode(200);
                assertThat(waitingAtTheDatabase()).isLessThanOrEqualTo(1);
            });
            holder.rollback();
            for (var one : all) {
                assertThat(one.get(60, SECONDS).statusCode()).isEqualTo(201);
            }
        }
        assertThat(places(event).getInt("confirmed")).isEqualTo(CLIENTS);
    }

    private static void hold(Connection connection, String event) throws SQLException {
        try (var select = connection.prepareStatement(
                "select 1 from registration_desk where program_event_id = ?::uuid for update")) {
            select.setString(1, event);
            select.executeQuery();
        }
    }

    private static Response register(String event, int client) {
        return as(Tokens.of("rush-" + client, Set.of("partner"), Map.of()))
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", "\"" + UUID.randomUUID() + "\"")
                .body(person(address(), ""))
                .post("/v1/program-events/{id}/registrations", event);
    }

    private long waitingAtTheDatabase() throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(WAITING_AT_THE_DATABASE);
                var row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
