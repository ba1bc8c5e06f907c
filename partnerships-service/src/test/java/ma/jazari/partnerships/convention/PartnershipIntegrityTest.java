package ma.jazari.partnerships.convention;

import static ma.jazari.platform.test.Api.anonymous;
import static ma.jazari.platform.test.Api.as;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import ma.jazari.partnerships.partner.PartnerFixture;
import ma.jazari.platform.test.RealParts;
import ma.jazari.platform.test.Tokens;
import org.junit.jupiter.api.Test;

/** Whoever writes into the database of partners and conventions past the registry is found, and told where. */
@QuarkusTest
@WithTestResource(RealParts.class)
class PartnershipIntegrityTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    AgroalDataSource database;

    @Test
    void finds_nothing_in_what_the_registry_wrote() throws IOException {
        var partner = PartnerFixture.activePartner("Partenaire intact");
        var convention = proposed();
        ConventionFixture.move(Tokens.networkAdmin(), convention, "WITHDRAWN")
                .then()
                .statusCode(200);

        assertThat(found(partner)).isEmpty();
        assertThat(found(convention)).isEmpty();
    }

    @Test
    void finds_a_partner_that_was_altered() throws Exception {
        var id = PartnerFixture.activePartner("Partenaire altéré");

        execute("update partner set country = 'FR' where id = '" + id + "'");
        assertThat(found(id)).containsExactly("RECORD_ALTERED partner 1");
        execute("update partner set country = 'MA' where id = '" + id + "'");
        assertThat(found(id)).isEmpty();
    }

    @Test
    void finds_a_convention_that_was_altered() throws Exception {
        var id = proposed();

        execute(
                "update convention set agreement = jsonb_set(agreement, '{titles,0,value}', '\"Autre titre\"') where id = '"
                        + id + "'");
        assertThat(found(id))
                .containsExactlyInAnyOrder("RECORD_ALTERED convention 2", "RECORD_ALTERED convention_revision 2");
        execute(
                "update convention set agreement = jsonb_set(agreement, '{titles,0,value}', '\"Convention vérifiée\"') where id = '"
                        + id + "'");
        assertThat(found(id)).isEmpty();
    }

    @Test
    void finds_parties_that_lists_would_hide_a_convention_from() throws Exception {
        var id = proposed();

        execute("update convention set party_keys = array_append(party_keys, 'PARTNER:p00000098') where id = '" + id
                + "'");
        assertThat(found(id)).containsExactly("RECORD_ALTERED convention 2");
        execute("update convention set party_keys = array_remove(party_keys, 'PARTNER:p00000098') where id = '" + id
                + "'");
        assertThat(found(id)).isEmpty();
    }

    @Test
    void finds_insiders_that_lists_would_show_a_convention_to() throws Exception {
        var id = proposed();

        for (var column : List.of("insider_keys", "awaited_acts")) {
            execute("update convention set %1$s = array_append(%1$s, 'PARTNER:p00000098') where id = '%2$s'"
                    .formatted(column, id));
            assertThat(found(id)).containsExactly("RECORD_ALTERED convention 2");
            execute("update convention set %1$s = array_remove(%1$s, 'PARTNER:p00000098') where id = '%2$s'"
                    .formatted(column, id));
            assertThat(found(id)).isEmpty();
        }
    }

    @Test
    void finds_a_proposed_text_that_was_deleted() throws Exception {
        var id = proposed();
        var where = " where convention_id = '" + id + "'";

        // Only whoever may switch triggers off comes this far.
        execute(
                "set session_replication_role = replica",
                "create table kept as select * from convention_revision" + where,
                "delete from convention_revision" + where,
                "set session_replication_role = default");
        assertThat(found(id)).containsExactly("RECORD_ALTERED convention_revision 2");
        execute("insert into convention_revision select * from kept", "drop table kept");
        assertThat(found(id)).isEmpty();
    }

    @Test
    void is_for_the_network_administrator_and_the_auditor() {
        anonymous().get("/v1/partners/integrity").then().statusCode(401);
        as(Tokens.partner("p00000098")).get("/v1/partners/integrity").then().statusCode(403);
        as(Tokens.auditor()).get("/v1/partners/integrity").then().statusCode(200);
    }

    private static String proposed() {
        var one = PartnerFixture.activePartner("Première partie");
        var other = PartnerFixture.activePartner("Seconde partie");
        var id = ConventionFixture.draft(
                        Tokens.partner(one), ConventionFixture.convention("Convention vérifiée", one, other))
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        ConventionFixture.move(Tokens.networkAdmin(), id, "PROPOSED").then().statusCode(200);
        return id;
    }

    /** What is found of the record, each as kind, table and version. */
    private static List<String> found(String id) throws IOException {
        var found = new ArrayList<String>();
        JsonNode last = MissingNode.getInstance();
        for (var text : as(Tokens.networkAdmin())
                .get("/v1/partners/integrity")
                .asString()
                .lines()
                .toList()) {
            last = JSON.readTree(text);
            var finding = last.path("finding");
            if (finding.path("subject").path("id").asText().equals(id)) {
                found.add(finding.get("kind").asText() + " "
                        + finding.get("table").asText() + " "
                        + finding.get("version").asText());
            }
        }
        assertThat(last.has("result")).isTrue();
        assertThat(last.path("result").path("notCompared")).isEmpty();
        assertThat(last.path("result").path("headsDigests").has("PARTNER")).isTrue();
        return found;
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
