package ma.jazari.partnerships.webhook;

import static ma.jazari.partnerships.partner.PartnerFixture.activePartner;
import static ma.jazari.partnerships.webhook.WebhookFixture.made;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.TestTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import ma.jazari.partnerships.webhook.WebhookFixture.Made;
import ma.jazari.platform.test.RealParts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What messages are signed with, as it lies in the database: nobody who reads that can sign. */
@QuarkusTest
@WithTestResource(RealParts.class)
class WebhookKeysTest {

    private static final String URL = "https://example.org/jazari";
    private static final String TABLES =
            "select quote_ident(table_name) from information_schema.tables where table_schema = 'public'";

    @Inject
    AgroalDataSource database;

    @Inject
    WebhookRepository webhooks;

    @Inject
    Resealing resealing;

    @Test
    void has_no_secret_in_any_table() throws SQLException {
        var webhook = made(activePartner("Université scellée"), URL, "");
        Response rotated = webhook.post("/rotations", "{}");
        var secrets = List.of(Objects.requireNonNull(webhook.secret()), rotated.<String>path("secret"));

        assertThat(tablesWith(webhook.id())).contains("webhook_key");
        for (var secret : secrets) {
            var base64 = secret.substring("whsec_".length());
            assertThat(tablesWith(base64)).isEmpty();
            assertThat(tablesWith(HexFormat.of().formatHex(Base64.getDecoder().decode(base64))))
                    .isEmpty();
        }
    }

    @Test
    void has_the_private_half_of_a_pair_sealed_too() throws SQLException {
        var webhook = made(activePartner("Université appariée"), URL, ", \"signature\": \"ED25519\"");
        var secret = read(webhook).current().key().secret();

        assertThat(tablesWith(Base64.getEncoder().encodeToString(secret))).isEmpty();
        assertThat(tablesWith(HexFormat.of().formatHex(secret))).isEmpty();
    }

    @Test
    @TestTransaction
    void opens_no_key_that_was_put_in_place_of_another() throws SQLException {
        var partner = activePartner("Université confondue");
        var own = made(partner, URL, "");
        var other = made(partner, URL, "");

        execute(
                "update webhook_key k set sealed_secret = o.sealed_secret from webhook_key o"
                        + " where k.webhook_id = ?::uuid and o.webhook_id = ?::uuid",
                own.id(),
                other.id());

        assertThatIllegalStateException().isThrownBy(() -> read(own));
    }

    @Test
    @TestTransaction
    void seals_at_the_start_what_was_kept_before_there_was_a_key() throws SQLException {
        var webhook = made(activePartner("Université d'avant"), URL, "");
        var secret = Objects.requireNonNull(webhook.secret());
        execute(
                "update webhook_key set sealed_secret = ?, sealed_by = null where webhook_id = ?::uuid",
                secret.substring("whsec_".length()),
                webhook.id());

        resealing.resealAll();

        assertThat(tablesWith(secret.substring("whsec_".length()))).isEmpty();
        assertThat(sealedBy(webhook)).isEqualTo("development");
        assertThat(read(webhook).secret()).isEqualTo(secret);
    }

    private Webhook read(Made webhook) {
        return webhooks.find(UUID.fromString(webhook.id())).orElseThrow();
    }

    /** The tables with a row that has this text anywhere. */
    private List<String> tablesWith(String text) throws SQLException {
        var found = new ArrayList<String>();
        for (var table : texts(TABLES)) {
            if (!texts("select 1 from " + table + " t where position(? in t::text) > 0 limit 1", text)
                    .isEmpty()) {
                found.add(table);
            }
        }
        return found;
    }

    private @Nullable String sealedBy(Made webhook) throws SQLException {
        return texts("select sealed_by from webhook_key where webhook_id = ?::uuid", webhook.id())
                .getFirst();
    }

    private List<String> texts(String sql, String... values) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                select.setString(i + 1, values[i]);
            }
            try (var row = select.executeQuery()) {
                var all = new ArrayList<String>();
                while (row.next()) {
                    all.add(row.getString(1));
                }
                return all;
            }
        }
    }

    private void execute(String sql, String... values) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                update.setString(i + 1, values[i]);
            }
            assertThat(update.executeUpdate()).isPositive();
        }
    }
}
