package ma.jazari.system;

import static ma.jazari.system.Institutes.path;
import static ma.jazari.system.Institutes.uniqueName;
import static ma.jazari.system.Institutes.uniqueWord;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import ma.jazari.system.harness.Answer;
import ma.jazari.system.harness.Caller;
import ma.jazari.system.harness.Registry;
import ma.jazari.system.harness.SystemTest;
import org.junit.jupiter.api.Test;

/** Who may keep an institute's record, from the invitation to the token, with a real Keycloak. */
@SystemTest
class AdministratorsIT {

    private static final String PASSWORD = "as the test says";

    private final Registry registry;
    private final Institutes institutes;

    AdministratorsIT(Registry registry) {
        this.registry = registry;
        this.institutes = Institutes.of(registry);
    }

    @Test
    void lets_an_invited_person_keep_the_record_until_they_are_removed() {
        var institute = institutes.active(uniqueName("Institut qui invite"));
        var second = institutes.active(uniqueName("Institut qui invite aussi"));
        var address = uniqueWord() + "@example.org";

        var invited = invite(registry.as("root-admin"), institute, address).expect(201);
        invite(registry.as("root-admin"), second, address).expect(201);
        assertThat(invited.text("/status")).isEqualTo("INVITED");
        // There is no mail server here.
        assertThat(invited.text("/mailed")).isEqualTo("false");
        registry.stack().setPassword(address, PASSWORD);

        var changed = withTokenOf(address)
                .with("If-Match", institute.etag())
                .patch(path(institute.id()), "{\"established\": \"2026-05-01\"}")
                .expect(200);
        assertThat(registry.as("root-admin")
                        .get(path(institute.id()) + "/history")
                        .expect(200)
                        .body())
                .contains(invited.text("/id"))
                .doesNotContain(address, "El Fassi");
        var administrator = administratorsOf(institute) + "/" + invited.text("/id");
        assertThat(withTokenOf(address).get(administrator).expect(200).text("/status"))
                .isEqualTo("ACTIVE");

        registry.as("root-admin").delete(administrator).expect(204);

        withTokenOf(address)
                .with("If-Match", changed.etag())
                .patch(path(institute.id()), "{\"established\": \"2026-06-01\"}")
                .expectProblem(403, "forbidden");
        withTokenOf(address)
                .with("If-Match", second.etag())
                .patch(path(second.id()), "{\"established\": \"2026-06-01\"}")
                .expect(200);
        registry.as("root-admin")
                .delete(administratorsOf(second) + "/" + invited.text("/id"))
                .expect(204);
        withTokenOf(address).get(administratorsOf(second)).expectProblem(404, "not-found");
    }

    @Test
    void lets_administrators_invite_colleagues_and_touch_nobody_else() {
        var institute = institutes.active(uniqueName("Institut entre soi"));
        var first = uniqueWord() + "@example.org";
        var colleague = uniqueWord() + "@example.org";
        invite(registry.as("root-admin"), institute, first).expect(201);
        registry.stack().setPassword(first, PASSWORD);

        var invited = invite(withTokenOf(first), institute, colleague).expect(201);

        var list = withTokenOf(first).get(administratorsOf(institute)).expect(200);
        assertThat(list.texts("/items", "/email")).containsExactlyInAnyOrder(first, colleague);
        invite(withTokenOf(first), institute, "root-admin@example.org").expectProblem(403, "forbidden");
        registry.as("fes-admin").get(administratorsOf(institute)).expectProblem(404, "not-found");
        withTokenOf(first)
                .delete(administratorsOf(institute) + "/" + invited.text("/id"))
                .expect(204);
        var last = list.elements("/items").stream()
                .map(item -> item.path("id").asText())
                .filter(id -> !id.equals(invited.text("/id")))
                .findFirst()
                .orElseThrow();
        withTokenOf(first).delete(administratorsOf(institute) + "/" + last).expectProblem(409, "conflict");
    }

    private static String administratorsOf(Held institute) {
        return path(institute.id()) + "/administrators";
    }

    private static Answer invite(Caller caller, Held institute, String address) {
        return caller.with("Idempotency-Key", "\"" + UUID.randomUUID() + "\"")
                .post(
                        administratorsOf(institute),
                        "{\"email\": \"%s\", \"name\": \"Amina El Fassi\", \"language\": \"fr\"}".formatted(address));
    }

    private Caller withTokenOf(String address) {
        return registry.anonymous()
                .with("Authorization", "Bearer " + registry.stack().token(address, PASSWORD));
    }
}
