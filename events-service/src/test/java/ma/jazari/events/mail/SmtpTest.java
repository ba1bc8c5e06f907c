package ma.jazari.events.mail;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import ma.jazari.events.LogLines;
import ma.jazari.localstack.process.FreePort;
import ma.jazari.platform.test.RealParts;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mails on their way to a real mail server, which is not always well. */
@QuarkusTest
@TestProfile(SmtpTest.Profile.class)
@WithTestResource(RealParts.class)
class SmtpTest {

    private static final String TEXT = "Bonjour,\n\nvotre place est confirmée.\n.\n.fin\n";

    @Inject
    AgroalDataSource database;

    @Inject
    Outbox outbox;

    @Inject
    MeterRegistry metrics;

    @ConfigProperty(name = "jazari.mail.smtp.port")
    int port;

    private MailServer server;

    /** Looks and tries again soon. */
    public static final class Profile implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "jazari.mail.transport", "SMTP",
                    "jazari.mail.smtp.host", "127.0.0.1",
                    "jazari.mail.smtp.port", String.valueOf(FreePort.find()),
                    "jazari.mail.every", "1S",
                    "jazari.mail.first-pause", "1S",
                    "jazari.mail.timeout", "15S");
        }
    }

    @BeforeEach
    void start_a_mail_server() {
        server = MailServer.start(port);
    }

    @AfterEach
    void stop_the_mail_server() {
        server.close();
    }

    @Test
    void delivers_every_script_and_says_that_no_program_is_to_answer() throws Exception {
        var to = address();
        var subject = "تأكيد التسجيل: الندوة الوطنية حول الذكاء الاصطناعي والتحول الرقمي للخدمات العمومية – à Rabat";
        send(UUID.randomUUID(), to, subject, "مرحبا أمينة،\n\nتم تأكيد مقعدكم.\n" + TEXT);

        var message = received(to, 1).getFirst();

        assertThat(message.getSubject()).isEqualTo(subject);
        assertThat(text(message)).isEqualTo("مرحبا أمينة،\n\nتم تأكيد مقعدكم.\n" + TEXT);
        assertThat(message.getContentType()).containsIgnoringCase("charset=utf-8");
        assertThat(((InternetAddress) message.getFrom()[0]).getPersonal()).isEqualTo("Réseau Al-Jazari");
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(message.getHeader("Message-ID")[0]).matches("<[0-9a-f-]{36}@jazari\\.example>");
        assertThat(message.getSentDate()).isNotNull();
        await().atMost(10, SECONDS).until(() -> rows(to).isEmpty());
    }

    @Test
    void tries_again_what_is_refused_for_now() {
        var to = address();
        server.says(to, times -> times < 3 ? "451 4.7.1 Greylisted <" + to + ">, try again later" : "");
        send(UUID.randomUUID(), to, "Bonjour", TEXT);

        assertThat(received(to, 1)).hasSize(1);

        assertThat(server.asked(to)).isEqualTo(3);
        await().atMost(10, SECONDS).until(() -> rows(to).isEmpty());
    }

    @Test
    void gives_up_at_once_where_nobody_is_reached_and_keeps_the_mail_until_its_person_is_erased() {
        var to = address();
        var about = UUID.randomUUID();
        var before = givenUp();
        try (var logged = LogLines.listen()) {
            server.says(to, times -> "550 5.1.1 <" + to + ">: no such user here");
            send(about, to, "Bonjour", TEXT);

            await().atMost(20, SECONDS).until(() -> givenUp() == before + 1);

            var kept = rows(to).getFirst();
            assertThat(kept.attempts()).isEqualTo(1);
            assertThat(kept.isGivenUp()).isTrue();
            assertThat(kept.failure()).isEqualTo("SMTPAddressFailedException 550");
            assertThat(logged.all())
                    .anyMatch(
                            line -> line.startsWith("ERROR") && line.contains(about.toString()) && line.contains("550"))
                    .noneMatch(line -> line.contains(to));
            await().during(3, SECONDS).atMost(10, SECONDS).until(() -> server.asked(to) == 1);
            QuarkusTransaction.requiringNew().run(() -> outbox.erase(about));
            assertThat(rows(to)).isEmpty();
        }
    }

    @Test
    void does_not_give_up_for_what_the_server_has_against_the_registry() {
        var to = address();
        server.says(to, times -> times < 3 ? "550 5.7.1 Relaying denied" : "");
        send(UUID.randomUUID(), to, "Bonjour", TEXT);

        assertThat(received(to, 1)).hasSize(1);
    }

    @Test
    void gives_up_an_address_that_no_server_could_be_told() {
        var to = "amïna." + UUID.randomUUID() + "@example.org";
        send(UUID.randomUUID(), to, "Bonjour", TEXT);

        await().atMost(20, SECONDS).until(() -> rows(to).getFirst().isGivenUp());
        assertThat(rows(to).getFirst().failure()).isEqualTo("AddressException");
    }

    @Test
    void gives_up_when_it_has_tried_for_days() throws Exception {
        var to = address();
        server.says(to, times -> "451 Try again later");
        send(UUID.randomUUID(), to, "Bonjour", TEXT);
        await().atMost(20, SECONDS).until(() -> server.asked(to) >= 2);
        assertThat(rows(to).getFirst().isGivenUp()).isFalse();

        write("update mail set written_at = now() - interval '73 hours' where recipient = ?", to);

        await().atMost(30, SECONDS).until(() -> rows(to).getFirst().isGivenUp());
    }

    @Test
    void waits_for_a_server_that_is_down() {
        var to = address();
        server.close();
        send(UUID.randomUUID(), to, "Bonjour", TEXT);
        await().atMost(20, SECONDS).until(() -> rows(to).getFirst().failure().equals("ConnectException"));

        server = MailServer.start(port);

        assertThat(received(to, 1)).hasSize(1);
    }

    @Test
    void lets_nobody_wait_for_one_that_hangs() {
        var slow = address();
        var goOn = new CountDownLatch(1);
        server.says(slow, times -> {
            if (times == 1) {
                awaitQuietly(goOn);
            }
            return "";
        });
        send(UUID.randomUUID(), slow, "Bonjour", TEXT);
        await().atMost(20, SECONDS).until(() -> server.asked(slow) == 1);
        var others = List.of(address(), address(), address());
        others.forEach(to -> send(UUID.randomUUID(), to, "Bonjour", TEXT));

        others.forEach(to -> assertThat(received(to, 1)).hasSize(1));

        // Still the first attempt, of which the server has said nothing.
        assertThat(server.asked(slow)).isEqualTo(1);
        assertThat(received(slow, 1)).hasSize(1);
        assertThat(server.asked(slow)).isEqualTo(2);
        goOn.countDown();
    }

    @Test
    void keeps_the_order_of_what_one_person_is_told() throws Exception {
        var to = address();
        var about = UUID.randomUUID();
        server.says(to, times -> times < 3 ? "451 Try again later" : "");
        send(about, to, "first", TEXT);
        send(about, to, "second", TEXT);

        var received = received(to, 2);

        assertThat(received.getFirst().getSubject()).isEqualTo("first");
        assertThat(received.getLast().getSubject()).isEqualTo("second");
    }

    @Test
    void sends_the_same_mail_again_where_a_sender_died_before_it_could_note_that_it_had() throws Exception {
        var to = address();
        send(UUID.randomUUID(), to, "Bonjour", TEXT);
        var id = rowOf(received(to, 1).getFirst());
        await().atMost(10, SECONDS).until(() -> rows(to).isEmpty());

        write(
                """
                insert into mail (id, about, recipient, subject, body, attempts, send_at)
                values ('%s', gen_random_uuid(), ?, 'Bonjour', 'x', 1, now())
                """
                        .formatted(id),
                to);

        var both = received(to, 2);
        assertThat(both.getFirst().getMessageID()).isEqualTo(both.getLast().getMessageID());
    }

    private static UUID rowOf(MimeMessage message) throws Exception {
        return UUID.fromString(message.getMessageID().substring(1, 37));
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String address() {
        return "smtp." + UUID.randomUUID() + "@example.org";
    }

    private void send(UUID about, String to, String subject, String text) {
        QuarkusTransaction.requiringNew().run(() -> outbox.add(new Mail(about, to, subject, text)));
    }

    private List<MimeMessage> received(String to, int count) {
        return await().atMost(40, SECONDS).until(() -> server.received(to), found -> found.size() == count);
    }

    private static String text(MimeMessage message) throws Exception {
        return ((String) message.getContent()).replace("\r\n", "\n");
    }

    private double givenUp() {
        return metrics.get("jazari.mails.given.up").gauge().value();
    }

    private record Row(int attempts, boolean isGivenUp, String failure) {}

    private List<Row> rows(String to) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select attempts, given_up_at is not null, coalesce(failure, '') from mail where recipient = ?")) {
            select.setString(1, to);
            try (var row = select.executeQuery()) {
                var found = new ArrayList<Row>();
                while (row.next()) {
                    found.add(new Row(row.getInt(1), row.getBoolean(2), row.getString(3)));
                }
                return found;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void write(String sql, String to) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, to);
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }
}
