package ma.jazari.partnerships.client;

import static java.util.concurrent.TimeUnit.SECONDS;
import static ma.jazari.partnerships.partner.PartnerFixture.activePartner;
import static ma.jazari.platform.test.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import ma.jazari.platform.test.RealParts;
import ma.jazari.platform.test.Tokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealParts.class)
@WithTestResource(FakeClients.class)
class ClientUseTest {

    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

    @Inject
    AgroalDataSource database;

    @Test
    void shows_when_a_client_was_last_used_by_whichever_of_its_ids() {
        var partner = activePartner("Université active");
        var made = made(partner);
        assertThat(lastUsedAt(partner, made)).isNull();
        var begun = Instant.now();

        call(made.path("clientId"), partner);
        var first = await().atMost(10, SECONDS).until(() -> lastUsedAt(partner, made), used -> used != null);
        Response rotated = as(Tokens.networkAdmin())
                .contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body("{}")
                .post(path(partner, made) + "/rotations");
        call(rotated.path("clientId"), partner);

        assertThat(first).isBetween(begun.minusMillis(1), Instant.now());
        await().atMost(10, SECONDS).until(() -> lastUsedAt(partner, made), used -> used != null && used.isAfter(first));
    }

    @Test
    void writes_once_for_many_uses_and_only_when_its_time_has_come() throws SQLException {
        var made = made(activePartner("Université affairée"));
        String clientId = made.path("clientId");
        var use = new ClientUse(database, at(NOON));
        var untouched = row(made);

        use.used(clientId);
        use.used(clientId);
        use.used("partner-of-nobody");
        use.used("jazari-web");
        assertThat(row(made)).isEqualTo(untouched);

        use.note();
        var noted = row(made);
        assertThat(noted.lastUsedAt()).isEqualTo(NOON);

        use.note();
        assertThat(row(made)).isEqualTo(noted);
    }

    @Test
    void never_goes_back() throws SQLException {
        var made = made(activePartner("Université en avance"));
        var behind = new ClientUse(database, at(NOON.minusSeconds(5)));
        var ahead = new ClientUse(database, at(NOON));
        behind.used(made.path("clientId"));
        ahead.used(made.path("clientId"));

        ahead.note();
        var noted = row(made);
        behind.note();

        assertThat(row(made)).isEqualTo(noted);
    }

    private static Clock at(Instant instant) {
        return Clock.fixed(instant, ZoneOffset.UTC);
    }

    private static Response made(String partner) {
        var made = as(Tokens.networkAdmin())
                .contentType(ContentType.JSON)
                .body("{\"name\": \"Student system\", \"authentication\": \"SECRET\"}")
                .post("/v1/partners/" + partner + "/clients");
        made.then().statusCode(201);
        return made;
    }

    private static void call(String clientId, String partner) {
        as(Tokens.client(clientId, partner))
                .get("/v1/partners/" + partner + "/webhooks")
                .then()
                .statusCode(200);
    }

    private static @Nullable Instant lastUsedAt(String partner, Response made) {
        String text = as(Tokens.networkAdmin()).get(path(partner, made)).path("lastUsedAt");
        return text == null ? null : Instant.parse(text);
    }

    private static String path(String partner, Response made) {
        return "/v1/partners/" + partner + "/clients/" + made.path("id");
    }

    private Row row(Response made) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select xmin::text, last_used_at from partner_client where id = ?")) {
            select.setObject(1, UUID.fromString(made.path("id")));
            try (var row = select.executeQuery()) {
                row.next();
                var used = row.getTimestamp(2);
                return new Row(row.getString(1), used == null ? null : used.toInstant());
            }
        }
    }

    /** @param writtenBy the transaction that wrote it last */
    private record Row(String writtenBy, @Nullable Instant lastUsedAt) {}
}
