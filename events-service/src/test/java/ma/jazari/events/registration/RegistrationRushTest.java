package ma.jazari.events.registration;

import static java.util.concurrent.TimeUnit.SECONDS;
import static ma.jazari.events.registration.RegistrationFixture.address;
import static ma.jazari.events.registration.RegistrationFixture.move;
import static ma.jazari.events.registration.RegistrationFixture.own;
import static ma.jazari.events.registration.RegistrationFixture.person;
import static ma.jazari.events.registration.RegistrationFixture.post;
import static ma.jazari.events.registration.RegistrationFixture.seminar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import ma.jazari.events.programevent.ApiFixture;
import ma.jazari.platform.test.RealParts;
import org.junit.jupiter.api.Test;

/** Many register, go, take offers and let them lapse, all at once: the promises hold at every moment. */
@QuarkusTest
@WithTestResource(RealParts.class)
class RegistrationRushTest {

    private static final int CLIENTS = 200;
    private static final int CAPACITY = 40;
    private static final long SEED = 20_261_127;

    // One statement sees one moment.
    private static final String COUNTS =
            """
            select count(*) filter (where state in ('CONFIRMED', 'OFFERED')), count(*) filter (where state = 'WAITING'),
                   coalesce(max(number) filter (where state = 'OFFERED'), 0),
                   coalesce(min(number) filter (where state = 'WAITING'), 9223372036854775807)
            from registration where program_event_id = ?::uuid
            """;
    private static final String LAPSE =
            """
            update registration set offer_expires_at = now() - interval '1 second'
            where id = (select id from registration where program_event_id = ?::uuid and state = 'OFFERED'
                        order by number limit 1 for update skip locked)
            """;
    private static final String OFFERS =
            """
            select (state ->> 'number')::bigint from change_log
            where subject_type = 'REGISTRATION' and type = 'registration.offered' and state ->> 'programEventId' = ?
            order by position
            """;

    @Inject
    AgroalDataSource database;

    @Test
    void never_gives_away_more_places_than_there_are_loses_none_and_serves_who_came_first() throws Exception {
        var event = seminar(ApiFixture.activeInstitute(), "{\"capacity\": " + CAPACITY + "}");
        var over = new AtomicBoolean();

        try (var clients = Executors.newFixedThreadPool(CLIENTS + 2)) {
            var watcher = clients.submit(() -> watch(event, over));
            var lapser = clients.submit(() -> lapse(event, over));
            var all = IntStream.range(0, CLIENTS)
                    .mapToObj(i -> clients.submit((Callable<Boolean>) () -> live(event, new Random(SEED + i))))
                    .toList();
            for (var client : all) {
                assertThat(client.get(120, SECONDS)).isTrue();
            }
            over.set(true);
            assertThat(watcher.get(30, SECONDS)).isPositive();
            assertThat(lapser.get(30, SECONDS)).isPositive();
        }

        await().atMost(30, SECONDS)
                .untilAsserted(() -> assertThat(overdue(event)).isZero());
        var end = counts(event);
        assertThat(end.waiting() == 0 || end.taken() == CAPACITY).as("%s", end).isTrue();
        // The queue was served in the order of joining, whatever made a place free.
        var offers = numbers(OFFERS, event);
        assertThat(offers).isNotEmpty().isSorted().doesNotHaveDuplicates();
    }

    /** A client's life: it registers, looks, takes an offer or goes, some of them twice. */
    private static boolean live(String event, Random chance) {
        for (int i = 0; i < 1 + chance.nextInt(2); i++) {
            var body = person(address(), "");
            var link = patiently(() -> post(event, body), 201).<String>path("manageUrl");
            var state = own(link).<String>path("state");
            if (state.equals("OFFERED") && chance.nextBoolean()) {
                patiently(() -> move(link, "CONFIRMED"), 200, 409);
            } else if (chance.nextInt(3) > 0) {
                patiently(() -> move(link, "CANCELLED"), 200, 409);
            }
        }
        return true;
    }

    /** Comes back when it is told to, as a client does. */
    private static Response patiently(Supplier<Response> request, Integer... expected) {
        var answer = request.get();
        for (int i = 0; i < 60 && answer.statusCode() == 503; i++) {
            assertThat(answer.header("Retry-After")).isNotNull();
            answer = request.get();
        }
        assertThat(answer.statusCode()).as(answer.asString()).isIn((Object[]) expected);
        return answer;
    }

    private int watch(String event, AtomicBoolean over) throws SQLException {
        int looks = 0;
        while (!over.get()) {
            var seen = counts(event);
            assertThat(seen.taken()).isLessThanOrEqualTo(CAPACITY);
            assertThat(seen.waiting() == 0 || seen.taken() == CAPACITY)
                    .as("%s", seen)
                    .isTrue();
            assertThat(seen.lastOffered()).isLessThan(seen.firstWaiting());
            looks++;
        }
        return looks;
    }

    /** Lets the time of offers pass, now and then. */
    private int lapse(String event, AtomicBoolean over) throws SQLException {
        int lapsed = 0;
        while (!over.get() || (lapsed == 0 && counts(event).waiting() > 0)) {
            try (var connection = database.getConnection();
                    var update = connection.prepareStatement(LAPSE)) {
                update.setString(1, event);
                lapsed += update.executeUpdate();
            }
        }
        return lapsed;
    }

    private record Counts(int taken, int waiting, long lastOffered, long firstWaiting) {}

    private Counts counts(String event) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(COUNTS)) {
            select.setString(1, event);
            try (var row = select.executeQuery()) {
                row.next();
                return new Counts(row.getInt(1), row.getInt(2), row.getLong(3), row.getLong(4));
            }
        }
    }

    private long overdue(String event) throws SQLException {
        return numbers(
                        "select number from registration where program_event_id = ?::uuid and state = 'OFFERED' and offer_expires_at <= now()",
                        event)
                .size();
    }

    private List<Long> numbers(String sql, String event) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql)) {
            select.setString(1, event);
            var found = new ArrayList<Long>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    found.add(row.getLong(1));
                }
            }
            return found;
        }
    }
}
