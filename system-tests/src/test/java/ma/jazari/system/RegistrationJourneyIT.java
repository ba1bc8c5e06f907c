package ma.jazari.system;

import static java.util.concurrent.TimeUnit.SECONDS;
import static ma.jazari.system.Institutes.uniqueWord;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import ma.jazari.system.harness.Answer;
import ma.jazari.system.harness.Caller;
import ma.jazari.system.harness.Feed;
import ma.jazari.system.harness.Registry;
import ma.jazari.system.harness.SystemTest;
import org.junit.jupiter.api.Test;

/** A seminar with one place: who gets it, who waits, what the mails say, what is left of a person who goes. */
@SystemTest
class RegistrationJourneyIT {

    private static final String EVENTS = "/v1/program-events";

    private final LocalDateTime start =
            LocalDateTime.now(ZoneId.of("Africa/Casablanca")).plusDays(30).truncatedTo(ChronoUnit.MINUTES);
    private final String word = uniqueWord();
    private final Registry registry;
    private final Caller fes;
    private final Caller anybody;
    private final String since;

    RegistrationJourneyIT(Registry registry) {
        this.registry = registry;
        this.fes = registry.as("fes-admin").with("If-Match", "*");
        this.anybody = registry.anonymous();
        this.since = Feed.of(registry.as("auditor")).now();
    }

    @Test
    void gives_a_place_to_the_first_and_offers_it_to_the_next() {
        var seminar = publishedSeminar();
        var amina = register(seminar, "amina");
        assertThat(amina.text("/state")).isEqualTo("CONFIRMED");
        var brahim = register(seminar, "brahim");
        assertThat(brahim.text("/state")).isEqualTo("WAITING");
        assertThat(brahim.text("/position")).isEqualTo("1");
        anybody.post(registrationsOf(seminar), person("amina")).expectProblem(409, "conflict");

        move(linkIn(mailTo("amina", "")), "CANCELLED");

        var offered = mailTo("brahim", "libérée");
        move(linkIn(offered), "CONFIRMED");
        assertThat(anybody.get(EVENTS + "/" + seminar).text("/places/confirmed"))
                .isEqualTo("1");
        assertThat(fes.get(registrationsOf(seminar)).expect(200).texts("/items", "/state"))
                .containsExactly("CANCELLED", "CONFIRMED");
        assertThat(fes.with("Accept", "text/csv")
                        .get(registrationsOf(seminar))
                        .expect(200)
                        .body())
                .contains("amina-" + word, "brahim-" + word);
        isNobodyElsesAffair(seminar);
    }

    @Test
    void leaves_nothing_of_a_person_who_is_erased() {
        var seminar = publishedSeminar();
        var registration = register(seminar, "chaima");
        var link = URI.create(registration.text("/manageUrl"));
        assertThat(anybody.get(pathOf(link)).expect(200).text("/email")).isEqualTo(address("chaima"));

        anybody.delete(pathOf(link)).expect(204);

        anybody.get(pathOf(link)).expect(404);
        assertThat(fes.get(registrationsOf(seminar)).expect(200).body()).doesNotContain("chaima-" + word);
        assertThat(fes.get(EVENTS + "/" + seminar).text("/places/free")).isEqualTo("1");
        Feed.of(registry.as("auditor")).only("registration.erased").after(since, registration.text("/id"));
        assertThat(registry.as("auditor")
                        .get("/v1/changes?limit=200&after=" + since)
                        .expect(200)
                        .body())
                .contains(seminar)
                .doesNotContain("chaima-" + word);
    }

    private void isNobodyElsesAffair(String seminar) {
        registry.as("agadir-admin").get(registrationsOf(seminar)).expectProblem(403, "forbidden");
        registry.as("partner-demo").get(registrationsOf(seminar)).expectProblem(403, "forbidden");
        anybody.get(registrationsOf(seminar)).expectProblem(401, "unauthenticated");
        for (var caller : List.of(anybody, registry.as("auditor"), fes)) {
            Feed.of(caller).after(since, seminar);
            assertThat(caller.get("/v1/changes?limit=200&after=" + since)
                            .expect(200)
                            .body())
                    .contains(seminar)
                    .doesNotContain("amina-" + word, "brahim-" + word);
        }
    }

    private String publishedSeminar() {
        var host = anybody.get("/v1/institutes?q=jazari%20fes&status=ACTIVE")
                .expect(200)
                .texts("/items", "/id")
                .getFirst();
        var id = fes.post(
                        EVENTS,
                        """
                        {"type": "SEMINAR", "titles": [{"value": "Séminaire %s", "lang": "fr"}],
                         "start": "%s", "end": "%s", "zone": "Africa/Casablanca", "attendance": "ON_SITE",
                         "venue": {"name": "Amphithéâtre", "city": "Fès", "region": "MA-03"}, "hostInstituteIds": ["%s"],
                         "registration": {"capacity": 1, "offerHours": 24, "retentionDays": 30, "open": "PUBLIC"}}
                        """
                                .formatted(word, start, start.plusHours(2), host))
                .expect(201)
                .text("/id");
        fes.post(EVENTS + "/" + id + "/transitions", "{\"to\": \"PUBLISHED\"}").expect(200);
        return id;
    }

    private Answer register(String seminar, String name) {
        return anybody.post(registrationsOf(seminar), person(name)).expect(201);
    }

    private String person(String name) {
        return "{\"name\": \"%s-%s\", \"email\": \"%s\"}".formatted(name, word, address(name));
    }

    private String address(String name) {
        return name + "-" + word + "@example.org";
    }

    private static String registrationsOf(String seminar) {
        return EVENTS + "/" + seminar + "/registrations";
    }

    private void move(URI link, String to) {
        anybody.post(link.getPath() + "/transitions?" + link.getQuery(), "{\"to\": \"%s\"}".formatted(to))
                .expect(200);
    }

    private static String pathOf(URI link) {
        return link.getPath() + "?" + link.getQuery();
    }

    /** The last mail to the person that has the words in its subject, once it has come. */
    private String mailTo(String name, String words) {
        return await().atMost(30, SECONDS)
                .until(
                        () -> mails().stream()
                                .filter(mail -> mail.contains("To: " + address(name)))
                                .filter(mail -> subject(mail).contains(words))
                                .toList(),
                        found -> !found.isEmpty())
                .getLast();
    }

    private static String subject(String mail) {
        return mail.lines()
                .filter(line -> line.startsWith("Subject: "))
                .findFirst()
                .orElseThrow();
    }

    private List<String> mails() {
        var folder = registry.stack().options().state().directory().resolve("mails");
        try (var files = Files.list(folder)) {
            return files.filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .map(RegistrationJourneyIT::text)
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URI linkIn(String mail) {
        return mail.lines()
                .filter(line -> line.startsWith("http"))
                .map(URI::create)
                .findFirst()
                .orElseThrow();
    }
}
