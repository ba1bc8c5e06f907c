package ma.jazari.partnerships.client;

import static java.util.concurrent.TimeUnit.SECONDS;
import static ma.jazari.partnerships.partner.PartnerFixture.activePartner;
import static ma.jazari.platform.test.Api.anonymous;
import static ma.jazari.platform.test.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.UUID;
import ma.jazari.platform.test.RealParts;
import ma.jazari.platform.test.Tokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealParts.class)
@WithTestResource(FakeClients.class)
class ClientResourceTest {

    private static final String REQUEST = "{\"name\": \"Student system\", \"authentication\": \"SECRET\"}";

    // Set by the test resource.
    @SuppressWarnings("NullAway.Init")
    FakeClients keycloak;

    @BeforeEach
    void startAfresh() {
        keycloak.down = false;
    }

    @Test
    void shows_the_secret_once_and_makes_the_client_act_for_the_partner() {
        var partner = activePartner("Université branchée");
        var key = "\"" + UUID.randomUUID() + "\"";

        var answer = create(Tokens.networkAdmin(), partner, REQUEST, key);

        answer.then()
                .statusCode(201)
                .body("clientId", startsWith("partner-" + partner))
                .body("status", equalTo("ACTIVE"));
        assertThat(keycloak.naming(partner))
                .singleElement()
                .asString()
                .contains(answer.<String>path("secret"), "oidc-hardcoded-claim-mapper");
        create(Tokens.networkAdmin(), partner, REQUEST, key)
                .then()
                .statusCode(201)
                .body("id", equalTo(answer.path("id")))
                .body("$", not(hasKey("secret")));
        as(Tokens.partner(partner))
                .get(clientsOf(partner) + "/" + answer.path("id"))
                .then()
                .statusCode(200)
                .body("$", not(hasKey("secret")));
    }

    @Test
    void is_made_by_the_network_administrator_alone_and_does_not_exist_for_strangers() {
        var partner = activePartner("Université gardée");

        create(Tokens.partner(partner), partner, REQUEST, null).then().statusCode(403);
        create(Tokens.partner(activePartner("Université voisine")), partner, REQUEST, null)
                .then()
                .statusCode(404);
        as(Tokens.auditor()).get(clientsOf(partner)).then().statusCode(404);
        anonymous().get(clientsOf(partner)).then().statusCode(401);
        assertThat(keycloak.naming(partner)).isEmpty();
    }

    @Test
    void leaves_nothing_behind_when_keycloak_is_down() {
        var partner = activePartner("Université en panne");
        keycloak.down = true;

        create(Tokens.networkAdmin(), partner, REQUEST, null)
                .then()
                .statusCode(503)
                .header("Retry-After", not(equalTo("0")));

        as(Tokens.networkAdmin()).get(clientsOf(partner) + "?total=true").then().body("total", equalTo(0));
    }

    @Test
    void takes_the_old_client_away_at_once_when_a_rotation_has_no_overlap() {
        var partner = activePartner("Université qui tourne");
        var made = create(Tokens.networkAdmin(), partner, REQUEST, null);

        var rotated = post(partner, made, "/rotations", "{\"overlapHours\": 0}");

        rotated.then().statusCode(200).body("clientId", not(equalTo(made.path("clientId"))));
        anonymous().get("/internal/clients/revoked").then().body(containsString(made.path("clientId")));
        await().atMost(15, SECONDS).until(() -> keycloak.naming(partner).size() == 1);
        assertThat(keycloak.naming(partner).getFirst()).contains(rotated.<String>path("secret"));
    }

    @Test
    void revokes_for_good_even_while_keycloak_is_down() {
        var partner = activePartner("Université fâchée");
        var made = create(Tokens.networkAdmin(), partner, REQUEST, null);
        keycloak.down = true;

        post(partner, made, "/transitions", "{\"to\": \"REVOKED\", \"reason\": \"Lost laptop\"}")
                .then()
                .statusCode(200)
                .body("status", equalTo("REVOKED"));

        anonymous().get("/internal/clients/revoked").then().body(containsString(made.path("clientId")));
        post(partner, made, "/rotations", "{}").then().statusCode(409);
        keycloak.down = false;
        await().atMost(15, SECONDS).until(() -> keycloak.naming(partner).isEmpty());
    }

    @Test
    void tells_keycloak_what_the_keys_of_a_system_are_for() {
        var partner = activePartner("Université à clé");

        create(Tokens.networkAdmin(), partner, byKey("{\"kty\": \"OKP\", \"crv\": \"Ed25519\", \"x\": \"AQ\"}"), null)
                .then()
                .statusCode(201)
                .body("$", not(hasKey("secret")));

        assertThat(keycloak.naming(partner))
                .singleElement()
                .asString()
                .contains("client-jwt", "\\\"use\\\":\\\"sig\\\"");
        create(Tokens.networkAdmin(), partner, byKey("{\"kty\": \"RSA\", \"use\": \"enc\"}"), null)
                .then()
                .statusCode(400);
    }

    @Test
    void takes_no_private_keys() {
        var partner = activePartner("Université imprudente");

        create(Tokens.networkAdmin(), partner, byKey("{\"kty\": \"EC\", \"d\": \"secret\"}"), null)
                .then()
                .statusCode(400);
    }

    private static String byKey(String key) {
        return "{\"name\": \"x\", \"authentication\": \"PRIVATE_KEY_JWT\", \"jwks\": {\"keys\": [" + key + "]}}";
    }

    private static String clientsOf(String partner) {
        return "/v1/partners/" + partner + "/clients";
    }

    private static Response create(String token, String partner, String body, @Nullable String key) {
        var request = as(token).contentType(ContentType.JSON).body(body);
        return (key == null ? request : request.header("Idempotency-Key", key)).post(clientsOf(partner));
    }

    private static Response post(String partner, Response made, String below, String body) {
        return as(Tokens.partner(partner))
                .contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body(body)
                .post(clientsOf(partner) + "/" + made.path("id") + below);
    }
}
