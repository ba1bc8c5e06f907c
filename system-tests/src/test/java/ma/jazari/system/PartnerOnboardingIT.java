package ma.jazari.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import ma.jazari.localstack.run.Secrets;
import ma.jazari.system.harness.Answer;
import ma.jazari.system.harness.Caller;
import ma.jazari.system.harness.Database;
import ma.jazari.system.harness.FollowedStream;
import ma.jazari.system.harness.Registry;
import ma.jazari.system.harness.SystemTest;
import ma.jazari.system.harness.TokenEndpoint;
import org.junit.jupiter.api.Test;

/** A partner's system from its credentials to their end, with the real Keycloak: nothing is agreed beforehand. */
@SystemTest
class PartnerOnboardingIT {

    /** Within which a client is refused that was revoked. */
    private static final Duration PROMISED = Duration.ofMinutes(1);

    private final Registry registry;
    private final Caller administrator;
    private final String university;
    private final String company;

    PartnerOnboardingIT(Registry registry) {
        this.registry = registry;
        this.administrator = registry.as("root-admin");
        this.university = Conventions.of(registry).university();
        this.company =
                Others.of(registry).partner(Institutes.uniqueName("Entreprise")).id();
    }

    @Test
    void acts_for_its_partner_and_for_nobody_else() {
        var draft = Conventions.of(registry).draftWith(Others.ROOT).expect(201).text("/id");
        var made = made(university, "{\"name\": \"Student system\", \"authentication\": \"SECRET\"}");

        var token = tokens(made)
                .bySecret(made.text("/clientId"), made.text("/secret"))
                .expect(200);

        var claims = TokenEndpoint.claims(token);
        assertThat(texts(claims.at("/realm_access/roles"))).containsExactly("partner");
        assertThat(texts(claims.path("partners"))).containsExactly(university);
        assertThat(claims.path("aud").asText()).isEqualTo("jazari-registry");
        assertThat(claims.path("azp").asText()).isEqualTo(made.text("/clientId"));
        var system = caller(token);
        system.get(Conventions.path(draft)).expect(200);
        system.get("/v1/partners/" + university + "/webhooks").expect(200);
        system.get("/v1/partners/" + company + "/webhooks").expectProblem(404, "not-found");
        var others = system(made(company, "{\"name\": \"CRM\", \"authentication\": \"SECRET\"}"));
        others.get("/v1/partners/" + company + "/webhooks").expect(200);
        others.get("/v1/partners/" + university + "/webhooks").expectProblem(404, "not-found");
        others.get(Conventions.path(draft)).expectProblem(404, "not-found");
        system.post(clientsOf(university), "{\"name\": \"Another\", \"authentication\": \"SECRET\"}")
                .expectProblem(403, "forbidden");
    }

    @Test
    void changes_over_to_a_new_secret_without_an_interruption() {
        var made = made(university, "{\"name\": \"Rotating\", \"authentication\": \"SECRET\"}");
        var tokens = tokens(made);
        var old = tokens.bySecret(made.text("/clientId"), made.text("/secret")).expect(200);

        // As the system itself does it.
        var rotated = caller(old)
                .with("If-Match", "*")
                .post(path(made) + "/rotations", "{\"overlapHours\": 2}")
                .expect(200);

        assertThat(rotated.text("/previousClientId")).isEqualTo(made.text("/clientId"));
        var next = tokens.bySecret(rotated.text("/clientId"), rotated.text("/secret"))
                .expect(200);
        var stillOld =
                tokens.bySecret(made.text("/clientId"), made.text("/secret")).expect(200);
        assertThat(TokenEndpoint.claims(next).path("partners"))
                .isEqualTo(TokenEndpoint.claims(old).path("partners"));
        for (var token : List.of(old, stillOld, next)) {
            caller(token).get(path(made)).expect(200);
        }

        theOverlapEnds(made);

        await().atMost(PROMISED).until(() -> caller(stillOld).get(path(made)).status() == 401);
        await().atMost(PROMISED)
                .until(() -> tokens.bySecret(made.text("/clientId"), made.text("/secret"))
                                .status()
                        != 200);
        var now = system(rotated).get(path(made)).expect(200);
        assertThat(now.text("/clientId")).isEqualTo(rotated.text("/clientId"));
        assertThat(now.json().has("previousClientId")).isFalse();
    }

    @Test
    void is_refused_within_a_minute_of_its_revocation_although_its_token_has_not_expired() {
        var made = made(university, "{\"name\": \"Lost\", \"authentication\": \"SECRET\"}");
        var token = tokens(made)
                .bySecret(made.text("/clientId"), made.text("/secret"))
                .expect(200);
        var system = caller(token);
        system.get(path(made)).expect(200);

        try (var stream = FollowedStream.after("now", system)) {
            await().atMost(PROMISED).until(stream::isOpen);
            administrator
                    .with("If-Match", "*")
                    .post(path(made) + "/transitions", "{\"to\": \"REVOKED\", \"reason\": \"A lost laptop\"}")
                    .expect(200);

            await().atMost(PROMISED)
                    .until(() -> system.get("/v1/institutes?limit=1").status() == 401);
            await().atMost(PROMISED).until(() -> !stream.isOpen());
        }

        assertThat(system.get(path(made)).expectProblem(401, "unauthenticated").text("/detail"))
                .contains("revoked");
        assertThat(TokenEndpoint.expires(token)).isInTheFuture();
        await().atMost(PROMISED)
                .until(() -> tokens(made)
                                .bySecret(made.text("/clientId"), made.text("/secret"))
                                .status()
                        != 200);
        administrator
                .with("If-Match", "*")
                .post(path(made) + "/rotations", "{}")
                .expectProblem(409, "conflict");
    }

    @Test
    void proves_itself_by_a_key_that_never_leaves_it() throws GeneralSecurityException {
        var key = AssertingSystem.withKey("student-system");
        var made = made(
                university,
                "{\"name\": \"By key\", \"authentication\": \"PRIVATE_KEY_JWT\", \"jwks\": %s}"
                        .formatted(key.keySet()));
        var issuer = registry.stack().keycloak() + "/realms/jazari";

        assertThat(made.json().has("secret")).isFalse();
        var token = tokens(made)
                .byAssertion(key.assertion(made.text("/clientId"), issuer))
                .expect(200);

        assertThat(texts(TokenEndpoint.claims(token).path("partners"))).containsExactly(university);
        caller(token).get(path(made)).expect(200);
        var stranger = AssertingSystem.withKey("student-system");
        assertThat(tokens(made)
                        .byAssertion(stranger.assertion(made.text("/clientId"), issuer))
                        .status())
                .isBetween(400, 401);
        caller(token)
                .with("If-Match", "*")
                .post(path(made) + "/rotations", "{}")
                .expectProblem(409, "conflict");
    }

    @Test
    void is_made_by_an_account_of_the_realm_that_may_do_nothing_else() {
        var tokens = new TokenEndpoint(registry.stack().keycloak() + "/realms/jazari/protocol/openid-connect/token");
        var secret = new Secrets(registry.stack().options().state()).get("keycloak-registry-clients");
        var account = caller(tokens.bySecret("jazari-registry-clients", secret).expect(200));
        var realm = registry.stack().keycloak() + "/admin/realms/jazari";

        account.get(realm + "/clients?max=1").expect(200);
        for (var forbidden :
                List.of("/users", "/roles", "/groups", "/identity-provider/instances", "/events", "/admin-events")) {
            assertThat(account.get(realm + forbidden).status()).as(forbidden).isEqualTo(403);
        }
        assertThat(account.put(realm, "{\"accessTokenLifespan\": 86400}").status())
                .isEqualTo(403);
        assertThat(account.post(realm + "/users", "{\"username\": \"intruder\"}")
                        .status())
                .isEqualTo(403);
    }

    private Answer made(String partner, String request) {
        return administrator.post(clientsOf(partner), request).expect(201);
    }

    private static String clientsOf(String partner) {
        return "/v1/partners/" + partner + "/clients";
    }

    private static String path(Answer made) {
        return clientsOf(made.text("/partnerId")) + "/" + made.text("/id");
    }

    private static TokenEndpoint tokens(Answer made) {
        return new TokenEndpoint(made.text("/tokenEndpoint"));
    }

    private Caller system(Answer made) {
        return caller(tokens(made)
                .bySecret(made.text("/clientId"), made.text("/secret"))
                .expect(200));
    }

    private Caller caller(Answer token) {
        return registry.withToken(token.text("/access_token"));
    }

    /** Two hours later, as the database has it. */
    private void theOverlapEnds(Answer made) {
        new Database(registry.stack(), "partnerships")
                .execute(
                        "update partner_client_credential set valid_until = now() where client_id = ?",
                        made.text("/clientId"));
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).toList();
    }
}
