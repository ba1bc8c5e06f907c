package ma.jazari.system;

import static ma.jazari.system.Institutes.named;
import static ma.jazari.system.Institutes.path;
import static ma.jazari.system.Institutes.uniqueName;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import ma.jazari.platform.test.HashChain;
import ma.jazari.system.harness.Answer;
import ma.jazari.system.harness.Change;
import ma.jazari.system.harness.Feed;
import ma.jazari.system.harness.Registry;
import ma.jazari.system.harness.SystemTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What a newcomer does on the first day, through the gateway and with tokens of Keycloak. */
@SystemTest
@Order(1)
class SkeletonJourneyIT {

    private static final Duration ONE_SECOND = Duration.ofSeconds(1);

    private final Registry registry;
    private final Institutes institutes;

    SkeletonJourneyIT(Registry registry) {
        this.registry = registry;
        this.institutes = Institutes.of(registry);
    }

    @Test
    void takes_an_institute_from_draft_to_the_public() {
        var admin = registry.as("root-admin");
        var name = uniqueName("Institut du premier jour");

        var created = admin.post(Institutes.PATH, named(name)).expect(201);
        var id = created.text("/id");
        assertThat(registry.gateway().resolve(created.header("Location")))
                .isEqualTo(registry.gateway().resolve(path(id)));
        assertThat(admin.get(created.header("Location")).expect(200).etag()).isEqualTo(created.etag());
        registry.anonymous().get(path(id)).expectProblem(404, "not-found");

        var move = "{\"to\": \"%s\", \"reason\": \"première journée\"}";
        var pending = admin.with("If-Match", created.etag())
                .post(path(id) + "/transitions", move.formatted("PENDING"))
                .expect(200);
        var active = admin.with("If-Match", pending.etag())
                .post(path(id) + "/transitions", move.formatted("ACTIVE"))
                .expect(200);

        var read = registry.anonymous().get(path(id)).expect(200);
        assertThat(read.text("/status")).isEqualTo("ACTIVE");
        assertThat(read.text("/displayName")).isEqualTo(name);
        registry.anonymous().with("If-None-Match", read.etag()).get(path(id)).expect(304);
        assertThat(active.json().path("version").asInt()).isEqualTo(3);
    }

    @Test
    void changes_what_the_client_has_read_and_nothing_else() {
        var institute = institutes.active(uniqueName("Institut à changer"));
        var admin = registry.as("root-admin");
        var patch = "{\"region\": \"MA-09\"}";

        admin.patch(path(institute.id()), patch).expectProblem(428, "precondition-required");
        var changed = admin.with("If-Match", institute.etag())
                .patch(path(institute.id()), patch)
                .expect(200);
        admin.with("If-Match", institute.etag())
                .patch(path(institute.id()), patch)
                .expectProblem(412, "precondition-failed");

        assertThat(changed.text("/region")).isEqualTo("MA-09");
        assertThat(changed.etag()).isNotEqualTo(institute.etag());
    }

    @Test
    void lets_an_institute_admin_change_its_own_alone() {
        var other = institutes.active(uniqueName("Institut voisin"));
        var draft = institutes.draft(uniqueName("Institut secret"));
        var fes = registry.as("fes-admin").with("If-Match", "*");
        var own = registry.anonymous()
                .get("/v1/institutes?q=jazari%20fes&status=ACTIVE")
                .expect(200)
                .texts("/items", "/id")
                .getFirst();

        fes.patch(path(own), "{\"established\": \"2026-03-01\"}").expect(200);
        fes.patch(path(other.id()), "{\"region\": \"MA-01\"}").expectProblem(403, "forbidden");
        fes.get(path(draft.id())).expectProblem(404, "not-found");
        fes.patch(path(draft.id()), "{\"region\": \"MA-01\"}").expectProblem(404, "not-found");
        registry.anonymous()
                .with("If-Match", "*")
                .patch(path(other.id()), "{\"region\": \"MA-01\"}")
                .expectProblem(401, "unauthenticated");
    }

    @Test
    void names_every_violation_of_garbage_at_once() {
        var garbage =
                """
                {"kind": "CASTLE", "names": [{"value": "", "lang": "French", "type": "DISPLAY"}], "missions": "RESEARCH",
                 "region": "MA-13", "established": "yesterday", "status": "ACTIVE", "colour": "red",
                 "location": {"lat": "north"}, "contacts": [{"role": "X", "email": "nobody"}]}
                """;

        var answer = registry.as("root-admin").post(Institutes.PATH, garbage).expectProblem(400, "invalid-request");

        assertThat(answer.texts("/errors", "/pointer"))
                .containsExactlyInAnyOrder(
                        "/kind",
                        "/names/0/value",
                        "/names/0/lang",
                        "/missions",
                        "/region",
                        "/established",
                        "/status",
                        "/colour",
                        "/location/lat",
                        "/contacts/0/email");
        assertThat(answer.texts("/errors", "/detail")).doesNotContain("");
    }

    @Test
    void proposes_a_convention_within_a_second_of_activation() {
        var conventions = Conventions.of(registry);
        var pending = institutes.move(institutes.draft(uniqueName("Institut pressé")), "PENDING");

        var active = institutes.move(pending, "ACTIVE");
        var activated = System.nanoTime();
        var drafted = await().atMost(ONE_SECOND)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> conventions.draftWith(active.id()), answer -> answer.status() == 201);
        var proposed = conventions.propose(drafted).expect(200);
        var taken = Duration.ofNanos(System.nanoTime() - activated);

        System.out.printf("a convention was proposed %d ms after its institute's activation%n", taken.toMillis());
        assertThat(proposed.text("/status")).isEqualTo("PROPOSED");
        assertThat(taken).isLessThan(ONE_SECOND);
    }

    @Test
    void refuses_a_convention_with_a_draft_and_says_why() {
        var conventions = Conventions.of(registry);
        var draft = institutes.draft(uniqueName("Institut en projet"));

        var refused = await().atMost(Duration.ofSeconds(10))
                .until(() -> conventions.draftWith(draft.id()), answer -> answer.body()
                        .contains("DRAFT"));

        refused.expectProblem(409, "conflict");
        assertThat(refused.text("/detail")).contains(draft.id(), "is DRAFT", "must be ACTIVE");
        assertThat(refused.texts("/parties", "/pointer")).containsExactly("/parties/0");
        assertThat(conventions.draftWith("j4k7xq236").expect(409).text("/detail"))
                .contains("no institute j4k7xq236 is known");
    }

    @Test
    void shows_a_proposed_convention_to_its_parties_alone() {
        var university = registry.as("partner-demo");
        var proposed = university.get("/v1/conventions?status=PROPOSED&q=sante").expect(200);
        var id = proposed.texts("/items", "/id").getFirst();

        university.get(Conventions.path(id)).expect(200);
        assertThat(subjects(university.get("/v1/changes?limit=200"))).contains(id);
        for (var stranger : List.of(registry.as("agadir-admin"), registry.anonymous())) {
            stranger.get(Conventions.path(id)).expectProblem(404, "not-found");
            stranger.get(Conventions.path(id) + "/history").expectProblem(404, "not-found");
            var list = stranger.get("/v1/conventions?q=sante&total=true").expect(200);
            assertThat(list.elements("/items")).isEmpty();
            assertThat(list.json().path("total").asInt()).isZero();
            assertThat(Feed.of(stranger).all()).extracting(Change::subject).doesNotContain(id);
        }
    }

    private static List<String> subjects(Answer feed) {
        return feed.expect(200).texts("/items", "/subject/id");
    }

    @Test
    void puts_a_published_event_into_the_calendar() {
        var others = Others.of(registry);
        var title = uniqueName("Séminaire");

        var event = others.seminar(title);
        registry.anonymous().get("/v1/program-events/" + event.id()).expectProblem(404, "not-found");
        assertThat(calendar()).doesNotContain(title);
        others.published(event);

        registry.anonymous().get("/v1/program-events/" + event.id()).expect(200);
        assertThat(calendar())
                .startsWith("BEGIN:VCALENDAR")
                .contains(event.id(), title, "DTSTART;TZID=Africa/Casablanca:20260601T100000");
    }

    /** With its folded lines joined again. */
    private String calendar() {
        var answer = registry.anonymous().get("/v1/calendars/network.ics").expect(200);
        assertThat(answer.header("Content-Type")).startsWith("text/calendar");
        return answer.body().replace("\r\n ", "");
    }

    @Test
    void keeps_a_history_that_verifies_by_the_documented_recipe() {
        var institute = institutes.active(uniqueName("Institut vérifiable"));
        institutes.patch(institute, "{\"location\": {\"city\": \"Fès\", \"lat\": 34.03, \"lon\": -5.0}}");

        var whole = registry.as("auditor")
                .get(path(institute.id()) + "/history?limit=200")
                .expect(200);
        var published = registry.anonymous()
                .get(path(institute.id()) + "/history?limit=200")
                .expect(200);

        assertThat(whole.texts("/items", "/type"))
                .containsExactly(
                        "institute.created", "institute.submitted", "institute.activated", "institute.updated");
        assertThat(published.texts("/items", "/type")).containsExactly("institute.activated", "institute.updated");
        assertThat(HashChain.holds(whole.body())).isTrue();
        assertThat(HashChain.holds(published.body())).isTrue();
        assertThat(HashChain.holds(whole.body().replace("MA-03", "MA-04"))).isFalse();
    }

    @Test
    void creates_one_institute_for_one_key() {
        var word = Institutes.uniqueWord();
        var client = registry.as("root-admin").with("Idempotency-Key", "\"" + UUID.randomUUID() + "\"");

        var first = client.post(Institutes.PATH, named("Institut " + word)).expect(201);
        var second = client.post(Institutes.PATH, named("Institut " + word)).expect(201);

        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        client.post(Institutes.PATH, named("Un autre")).expectProblem(422, "idempotency-key-reused");
        assertThat(totalNamed(word)).isOne();
    }

    @Test
    void creates_one_institute_when_ten_ask_at_once_with_one_key() throws InterruptedException {
        var word = Institutes.uniqueWord();
        var client = registry.as("root-admin").with("Idempotency-Key", "\"" + UUID.randomUUID() + "\"");
        Callable<Answer> request = () -> client.post(Institutes.PATH, named("Institut " + word));

        List<Answer> answers;
        try (var clients = Executors.newFixedThreadPool(10)) {
            answers = clients.invokeAll(Stream.generate(() -> request).limit(10).toList()).stream()
                    .map(Future::resultNow)
                    .toList();
        }

        assertThat(answers).extracting(Answer::status).containsOnly(201, 409).contains(201);
        assertThat(answers.stream()
                        .filter(answer -> answer.status() == 201)
                        .map(answer -> answer.text("/id"))
                        .distinct())
                .hasSize(1);
        assertThat(totalNamed(word)).isOne();
    }

    private int totalNamed(String word) {
        return registry.as("auditor")
                .get("/v1/institutes?total=true&q=" + word)
                .expect(200)
                .json()
                .path("total")
                .asInt();
    }
}
