package ma.jazari.system;

import static ma.jazari.system.Institutes.path;
import static ma.jazari.system.Institutes.uniqueName;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import ma.jazari.platform.test.HashChain;
import ma.jazari.system.harness.Database;
import ma.jazari.system.harness.Json;
import ma.jazari.system.harness.Registry;
import ma.jazari.system.harness.SystemTest;
import org.junit.jupiter.api.Test;

/** What becomes of a record over its life, and how its past is proved, through the gateway. */
@SystemTest
class RecordJourneyIT {

    private static final Duration FOLLOWED = Duration.ofSeconds(10);

    private final Registry registry;
    private final Institutes institutes;

    RecordJourneyIT(Registry registry) {
        this.registry = registry;
        this.institutes = Institutes.of(registry);
    }

    @Test
    void suggests_reviews_merges_undoes_and_finds_who_tampered() {
        var old = institutes.active(uniqueName("Institut repris"));
        var successor = institutes.active(uniqueName("Institut repreneur"));
        var admin = registry.as("root-admin");

        suggestedByOneAndAppliedByAnother(old);
        var before = Instant.now();
        var drafted = await().atMost(FOLLOWED)
                .until(() -> Conventions.of(registry).draftWith(old.id()), answer -> answer.status() == 201);

        merge(old, successor);
        var merged = Instant.now();
        var redirect = registry.anonymous().get(path(old.id())).expect(308);
        assertThat(redirect.header("Location")).isEqualTo(path(successor.id()));
        conventionFollows(drafted.text("/id"), successor.id());

        undo(old);
        registry.anonymous().get(path(old.id())).expect(200);
        asItWas(old, before, "ACTIVE");
        asItWas(old, merged, "MERGED");
        assertThat(namesOf(successor, before)).isLessThan(namesOf(successor, merged));

        var history = admin.get(path(old.id()) + "/history?limit=200").expect(200);
        assertThat(HashChain.holds(history.body())).isTrue();
        assertThat(history.texts("/items", "/type"))
                .containsSubsequence(
                        "institute.activated", "institute.updated", "institute.merged", "institute.restored");

        tamperingIsNamed(old);
    }

    private void suggestedByOneAndAppliedByAnother(Held institute) {
        var suggestion = registry.as("agadir-admin")
                .post(
                        "/v1/change-suggestions",
                        """
                        {"instituteId": "%s", "baseVersion": %d, "patch": {"established": "2026-04-01"},
                         "comment": "D'après son site"}
                        """
                                .formatted(institute.id(), institute.version()))
                .expect(201);
        var address = "/v1/change-suggestions/" + suggestion.text("/id");
        registry.as("fes-admin").get(address).expectProblem(404, "not-found");
        var reviewed = registry.as("root-admin").get(address).expect(200);
        assertThat(reviewed.texts("/fields", "/pointer")).containsExactly("/established");

        registry.as("root-admin")
                .with("If-Match", reviewed.etag())
                .post(address + "/transitions", "{\"to\": \"APPLIED\"}")
                .expect(200);

        assertThat(registry.as("agadir-admin").get(address).expect(200).text("/status"))
                .isEqualTo("APPLIED");
        assertThat(registry.anonymous().get(path(institute.id())).text("/established"))
                .isEqualTo("2026-04-01");
    }

    private void merge(Held old, Held successor) {
        var admin = registry.as("root-admin").with("If-Match", "*");
        var move =
                "{\"to\": \"MERGED\", \"successorId\": \"%s\", \"reason\": \"une équipe\"}".formatted(successor.id());
        admin.post(path(old.id()) + "/transitions?dryRun=true", move).expect(200);
        registry.anonymous().get(path(old.id())).expect(200);
        admin.post(path(old.id()) + "/transitions", move).expect(200);
    }

    private void conventionFollows(String convention, String successor) {
        await().atMost(FOLLOWED).until(() -> registry.as("root-admin")
                .get("/v1/conventions?party=" + successor)
                .texts("/items", "/id")
                .contains(convention));
    }

    private void undo(Held old) {
        registry.as("root-admin")
                .with("If-Match", "*")
                .post(path(old.id()) + "/transitions", "{\"to\": \"ACTIVE\", \"reason\": \"une erreur\"}")
                .expect(200);
    }

    private void asItWas(Held institute, Instant at, String status) {
        var past =
                registry.anonymous().get(path(institute.id()) + "?asOf=" + at).expect(200);
        assertThat(past.text("/status")).isEqualTo(status);
    }

    private int namesOf(Held institute, Instant at) {
        return registry.anonymous()
                .get(path(institute.id()) + "?asOf=" + at)
                .elements("/names")
                .size();
    }

    private void tamperingIsNamed(Held institute) {
        assertThat(findingsAbout(institute)).isEmpty();
        var database = new Database(registry.stack(), "institutes");

        assertThat(database.execute("update institute set region = 'MA-12' where id = ?", institute.id()))
                .isEqualTo(1);
        try {
            assertThat(findingsAbout(institute)).singleElement().satisfies(finding -> assertThat(finding.toString())
                    .contains("RECORD_ALTERED", "region"));
        } finally {
            database.execute("update institute set region = 'MA-03' where id = ?", institute.id());
        }
        assertThat(findingsAbout(institute)).isEmpty();
    }

    private List<JsonNode> findingsAbout(Held institute) {
        return registry.as("root-admin")
                .get("/v1/institutes/integrity")
                .expect(200)
                .body()
                .lines()
                .filter(line -> !line.isBlank())
                .map(Json::read)
                .map(line -> line.path("finding"))
                .filter(finding -> finding.toString().contains(institute.id()))
                .toList();
    }
}
