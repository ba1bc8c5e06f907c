package ma.jazari.system;

import static java.util.concurrent.TimeUnit.SECONDS;
import static ma.jazari.system.Conventions.path;
import static ma.jazari.system.Institutes.uniqueWord;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import ma.jazari.system.harness.Answer;
import ma.jazari.system.harness.Caller;
import ma.jazari.system.harness.Change;
import ma.jazari.system.harness.Feed;
import ma.jazari.system.harness.Registry;
import ma.jazari.system.harness.SystemTest;
import org.junit.jupiter.api.Test;

/** A signature ceremony from its announcement to the signatures that it proposes, and does not give, in the other service. */
@SystemTest
class CeremonyJourneyIT {

    private static final String EVENTS = "/v1/program-events";

    private final LocalDateTime now =
            LocalDateTime.now(ZoneId.of("Africa/Casablanca")).truncatedTo(ChronoUnit.MINUTES);
    private final String word = uniqueWord();
    private final Registry registry;
    private final Caller fes;
    private final Caller university;
    private final Caller agadir;
    private final Conventions conventions;
    private final String instituteId;

    CeremonyJourneyIT(Registry registry) {
        this.registry = registry;
        this.fes = registry.as("fes-admin").with("If-Match", "*");
        this.university = registry.as("partner-demo").with("If-Match", "*");
        this.agadir = registry.as("agadir-admin").with("If-Match", "*");
        this.conventions = Conventions.of(registry);
        this.instituteId = institute("fes");
    }

    @Test
    void proposes_the_signature_of_its_conventions_and_never_signs() {
        var approved = approvedConvention();
        var since = Feed.of(registry.as("auditor")).now();
        var ceremony = publishedCeremony(fes, instituteId, approved);
        assertThat(fes.get(path(approved)).json().has("signatureProposal")).isFalse();

        complete(fes, ceremony);

        await().atMost(20, SECONDS).until(() -> fes.get(path(approved)).json().has("signatureProposal"));
        var convention = university.get(path(approved)).expect(200);
        assertThat(convention.text("/signatureProposal/programEventId")).isEqualTo(ceremony);
        assertThat(convention.text("/signatureProposal/on"))
                .isEqualTo(now.minusHours(3).toLocalDate().toString());
        assertThat(convention.text("/status")).isEqualTo("APPROVED");
        assertThat(convention.elements("/signatures")).isEmpty();
        assertThat(convention.texts("/awaiting", "/act")).containsExactly("SIGN", "SIGN");
        followsFromTheCeremony(approved, ceremony, since);
        agadir.get(path(approved)).expectProblem(404, "not-found");
    }

    @Test
    void proposes_nothing_in_the_name_of_strangers() {
        var approved = approvedConvention();
        var foreign = publishedCeremony(agadir, institute("agadir"), approved);
        complete(agadir, foreign);
        var own = publishedCeremony(fes, instituteId, approved);
        complete(fes, own);

        await().atMost(20, SECONDS).until(() -> fes.get(path(approved)).json().has("signatureProposal"));

        assertThat(fes.get(path(approved)).text("/signatureProposal/programEventId"))
                .isEqualTo(own);
        assertThat(fes.get(path(approved) + "/history?limit=200").texts("/items", "/type"))
                .containsOnlyOnce("convention.signature-proposed");
    }

    /** The change of the convention names the change of the ceremony, in the feed and in its history. */
    private void followsFromTheCeremony(String conventionId, String ceremony, String since) {
        var feed = Feed.of(registry.as("auditor"));
        var completed = feed.only("program-event.completed").after(since, ceremony).stream()
                .filter(change -> change.subject().equals(ceremony))
                .map(Change::id)
                .toList();
        assertThat(completed).hasSize(1);
        feed.only("convention.signature-proposed").after(since, conventionId);
        var proposed = registry.as("auditor")
                .get("/v1/changes?types=convention.signature-proposed&limit=200&after=" + since)
                .expect(200);
        assertThat(proposed.texts("/items", "/causationId")).isEqualTo(completed);
        var history = fes.get(path(conventionId) + "/history?limit=200").expect(200);
        assertThat(history.elements("/items").getLast().path("causationId").asText())
                .isEqualTo(completed.getFirst());
    }

    private String approvedConvention() {
        var drafted = conventions.draftWith(instituteId).expect(201);
        conventions.propose(drafted).expect(200);
        var id = drafted.text("/id");
        Conventions.approve(fes, id, Conventions.institute(instituteId)).expect(201);
        Conventions.approve(university, id, Conventions.partner(conventions.university()))
                .expect(201);
        assertThat(fes.get(path(id)).text("/status")).isEqualTo("APPROVED");
        return id;
    }

    private String publishedCeremony(Caller organiser, String host, String conventionId) {
        var id = organiser
                .post(
                        EVENTS,
                        """
                        {"type": "SIGNATURE_CEREMONY", "titles": [{"value": "Signature %s", "lang": "fr"}],
                         "start": "%s", "end": "%s", "zone": "Africa/Casablanca", "attendance": "ON_SITE",
                         "venue": {"name": "Siège", "city": "Fès", "region": "MA-03"},
                         "hostInstituteIds": ["%s"], "conventionIds": ["%s"]}
                        """
                                .formatted(word, now.minusHours(3), now.minusHours(1), host, conventionId))
                .expect(201)
                .text("/id");
        move(organiser, id, "PUBLISHED");
        return id;
    }

    private static void complete(Caller organiser, String id) {
        move(organiser, id, "COMPLETED");
    }

    private static Answer move(Caller organiser, String id, String to) {
        return organiser
                .post(EVENTS + "/" + id + "/transitions", "{\"to\": \"%s\"}".formatted(to))
                .expect(200);
    }

    private String institute(String name) {
        return registry.anonymous()
                .get("/v1/institutes?q=jazari%20" + name + "&status=ACTIVE")
                .expect(200)
                .texts("/items", "/id")
                .getFirst();
    }
}
