package ma.jazari.partnerships.partykey;

import static ma.jazari.partnerships.partner.PartnerFixture.activePartner;
import static ma.jazari.partnerships.partykey.PartyKeyResourceTest.put;
import static ma.jazari.partnerships.partykey.Signer.jwks;
import static ma.jazari.platform.test.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import ma.jazari.platform.test.RealParts;
import ma.jazari.platform.test.Tokens;
import org.junit.jupiter.api.Test;

/** What was published of keys stays as it was, and whoever gets past that is found. */
@QuarkusTest
@WithTestResource(RealParts.class)
class KeysIntegrityTest {

    @Inject
    AgroalDataSource database;

    @Test
    void never_changes_in_the_database() {
        var where = " where party_key = 'PARTNER:" + published() + "'";

        for (var sql : List.of(
                "update party_key set jwk = jsonb_set(jwk, '{x}', '\"AQ\"')" + where,
                "update party_key set valid_from = valid_from - interval '1 day'" + where,
                "update party_key set valid_to = null" + where,
                "update party_key set valid_to = now()" + where + " and valid_to is not null",
                "delete from party_key" + where,
                "truncate party_key")) {
            assertThatThrownBy(() -> execute(sql)).hasMessageContaining("never changes otherwise");
        }
    }

    @Test
    void finds_a_key_that_was_put_in_place_of_another() throws SQLException {
        var id = published();
        assertThat(findings(id)).isEmpty();

        // Only whoever may switch triggers off comes this far.
        execute(
                "set session_replication_role = replica",
                "update party_key set jwk = jsonb_set(jwk, '{x}', '\"AQ\"') where kid = 'two' and party_key = 'PARTNER:"
                        + id + "'",
                "set session_replication_role = default");

        assertThat(findings(id)).hasSize(1).allSatisfy(finding -> assertThat(finding)
                .contains("RECORD_ALTERED")
                .contains("\"party_key\""));
    }

    private static String published() {
        var id = activePartner("Université vérifiée");
        put(Tokens.partner(id), id, null, jwks(Signer.es256("one"))).then().statusCode(200);
        put(Tokens.partner(id), id, "*", jwks(Signer.edDsa("two"))).then().statusCode(200);
        return id;
    }

    private static List<String> findings(String id) {
        var lines = as(Tokens.networkAdmin())
                .get("/v1/partners/integrity")
                .asString()
                .lines()
                .toList();
        assertThat(lines.getLast()).contains("\"PARTY_KEYS\"").contains("\"notCompared\":[]");
        return lines.stream()
                .filter(line -> line.contains("finding") && line.contains(id))
                .toList();
    }

    private void execute(String... statements) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
