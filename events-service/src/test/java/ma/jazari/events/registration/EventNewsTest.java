package ma.jazari.events.registration;

import static java.util.concurrent.TimeUnit.SECONDS;
import static ma.jazari.events.registration.RegistrationFixture.registered;
import static ma.jazari.events.registration.RegistrationFixture.seminar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import ma.jazari.events.programevent.ApiFixture;
import ma.jazari.platform.test.RealParts;
import ma.jazari.platform.test.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Thousands are told that their event has moved or is off, and nobody waits for that. */
@QuarkusTest
@TestProfile(EventNewsTest.Profile.class)
@WithTestResource(RealParts.class)
class EventNewsTest {

    private static final int MANY = 3_000;
    private static final int FEW = 3;

    // Every tenth has gone.
    private static final String FILL =
            """
            with added as (
                insert into registration
                    (id, program_event_id, number, state, person, address, mailbox, version, created_at, updated_at)
                select gen_random_uuid(), ?::uuid, n, case when n % 10 = 0 then 'CANCELLED' else 'CONFIRMED' end,
                       jsonb_build_object('name', 'Amina ' || n, 'email', 'amina' || n || '@example.org', 'lang', 'fr',
                                          'answers', '{}'::jsonb, 'secret', 'secret' || n),
                       'amina' || n || '@example.org', 'amina' || n || '@example.org', 1, now(), now()
                from generate_series(1, ?) n returning state)
            update registration_desk set last_number = ?, confirmed = (select count(*) from added where state = 'CONFIRMED')
            where program_event_id = ?::uuid
            """;
    private static final String NOTE_STATEMENTS =
            """
            create table noted_statement (tx xid8, what text);
            create function note_statement() returns trigger language plpgsql as $$
            begin
                insert into noted_statement values (pg_current_xact_id(), tg_op || ' ' || tg_table_name);
                return null;
            end $$;
            create trigger noted after insert or update or delete on mail for each statement execute function note_statement();
            create trigger noted after insert or update or delete on event_news for each statement execute function note_statement();
            create trigger noted after insert or update or delete on registration for each statement execute function note_statement();
            create trigger noted after insert or update or delete on registration_desk for each statement execute function note_statement();
            create trigger noted after insert or update or delete on program_event for each statement execute function note_statement();
            """;
    private static final String NOTE_NO_MORE =
            "drop function note_statement cascade; drop table noted_statement; alter table mail drop constraint if exists trouble";
    private static final String STATEMENTS_OF_THE_CHANGE =
            """
            select count(*) from noted_statement where tx = (
                select tx from change_log where subject_type = 'PROGRAM_EVENT' and subject_id = ? and type = 'program-event.%s')
            """;
    private static final String TOLD =
            """
            select count(*) from mail join registration r on r.id = mail.about
            where r.program_event_id = ?::uuid and mail.subject like '%s%%'
            """;
    private static final String TOLD_PERSONS = TOLD.replace("count(*)", "count(distinct mail.about)");
    private static final String STILL_TO_BE_TOLD = "select count(*) from event_news where program_event_id = ?::uuid";

    @Inject
    AgroalDataSource database;

    /** Mails stay where they can be counted. */
    public static final class Profile implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("jazari.mail.every", "10H", "jazari.registrations.every", "1S");
        }
    }

    @BeforeEach
    void note_statements() throws SQLException {
        execute(NOTE_STATEMENTS);
    }

    @AfterEach
    void note_no_more() throws SQLException {
        execute(NOTE_NO_MORE);
    }

    @Test
    void tells_thousands_once_of_each_change_in_a_transaction_that_is_no_longer_than_for_a_few() throws Exception {
        var host = ApiFixture.activeInstitute();
        var small = seminar(host, "{}");
        var large = seminar(host, "{}");
        fill(small, FEW);
        fill(large, MANY);

        for (var event : new String[] {small, large}) {
            moveTo(event, "Rabat");
            registered(event);
            ApiFixture.move(event, "POSTPONED").then().statusCode(200);
        }

        await().atMost(60, SECONDS).untilAsserted(() -> {
            assertThat(count(STILL_TO_BE_TOLD, large)).isZero();
            assertThat(count(STILL_TO_BE_TOLD, small)).isZero();
        });
        long open = MANY - MANY / 10;
        assertThat(count(TOLD.formatted("Changement"), large)).isEqualTo(open);
        assertThat(count(TOLD_PERSONS.formatted("Changement"), large)).isEqualTo(open);
        // Who registered in between knew of the first, not of the second.
        assertThat(count(TOLD.formatted("Reporté"), large)).isEqualTo(open + 1);
        assertThat(count(TOLD_PERSONS.formatted("Reporté"), large)).isEqualTo(open + 1);
        for (var change : new String[] {"updated", "postponed"}) {
            assertThat(count(STATEMENTS_OF_THE_CHANGE.formatted(change), large))
                    .isPositive()
                    .isEqualTo(count(STATEMENTS_OF_THE_CHANGE.formatted(change), small));
        }
    }

    @Test
    void goes_on_where_it_was_interrupted() throws Exception {
        var event = seminar(ApiFixture.activeInstitute(), "{}");
        fill(event, 1_000);
        execute("alter table mail add constraint trouble check (recipient <> 'amina601@example.org')");

        moveTo(event, "Agadir");

        await().atMost(30, SECONDS).untilAsserted(() -> assertThat(count(TOLD.formatted("Changement"), event))
                .isPositive());
        await().during(3, SECONDS).atMost(20, SECONDS).until(() -> count(STILL_TO_BE_TOLD, event) == 1);
        assertThat(count(TOLD.formatted("Changement"), event)).isLessThan(600);

        execute("alter table mail drop constraint trouble");
        await().atMost(30, SECONDS).until(() -> count(STILL_TO_BE_TOLD, event) == 0);
        assertThat(count(TOLD.formatted("Changement"), event)).isEqualTo(900);
        assertThat(count(TOLD_PERSONS.formatted("Changement"), event)).isEqualTo(900);
    }

    private static void moveTo(String event, String city) {
        ApiFixture.patch(Tokens.networkAdmin(), event, "*", "{\"venue\": {\"city\": \"%s\"}}".formatted(city))
                .then()
                .statusCode(200);
    }

    private void fill(String event, int count) throws SQLException {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(FILL)) {
            insert.setString(1, event);
            insert.setInt(2, count);
            insert.setInt(3, count);
            insert.setString(4, event);
            assertThat(insert.executeUpdate()).isEqualTo(1);
        }
    }

    private long count(String sql, String event) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql)) {
            select.setString(1, event);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
