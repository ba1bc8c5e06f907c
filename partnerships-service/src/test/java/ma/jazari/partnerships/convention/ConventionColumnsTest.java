package ma.jazari.partnerships.convention;

import static ma.jazari.partnerships.convention.ConventionFixture.move;
import static ma.jazari.partnerships.convention.ConventionFixture.signInInk;
import static ma.jazari.partnerships.convention.RecordedConventions.amended;
import static ma.jazari.partnerships.convention.RecordedConventions.approved;
import static ma.jazari.partnerships.convention.RecordedConventions.drafted;
import static ma.jazari.partnerships.convention.RecordedConventions.inForce;
import static ma.jazari.partnerships.convention.RecordedConventions.proposed;
import static ma.jazari.partnerships.institutecopy.InstituteMessageFixture.activeInstitute;
import static ma.jazari.partnerships.partner.PartnerFixture.activePartner;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import ma.jazari.platform.test.RealParts;
import ma.jazari.platform.test.Tokens;
import org.junit.jupiter.api.Test;

/** The migration writes into new columns what the service would have written. */
@QuarkusTest
@WithTestResource(RealParts.class)
class ConventionColumnsTest {

    private static final String MIGRATION = "/db/migration/V20261124.51__days_and_insiders_of_conventions.sql";

    @Inject
    DataSource database;

    @Test
    void fills_who_is_inside_and_who_is_awaited_of_conventions_that_were_there() throws Exception {
        var institute = activeInstitute();
        var partner = activePartner("Université d'avant");
        var third = activePartner("Université invitée");
        drafted("Projet", "", institute, partner);
        approved(proposed("Proposée", "", institute, partner), partner);
        var signed = proposed("Approuvée", "", institute, partner);
        approved(signed, institute);
        approved(signed, partner);
        signInInk(signed, institute).then().statusCode(201);
        amended(
                inForce("À trois", "", institute, partner),
                "{\"parties\": [%s, %s, %s]}"
                        .formatted(
                                ConventionFixture.signatory(institute),
                                ConventionFixture.signatory(partner),
                                ConventionFixture.signatory(third)));
        move(Tokens.partner(partner), inForce("À finir", "", institute, partner), "TERMINATED")
                .then()
                .statusCode(200);

        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            var written = columns(connection);
            execute(connection, "update convention set insider_keys = '{}', awaited_acts = '{}'");
            for (var update : updates()) {
                execute(connection, update);
            }
            assertThat(columns(connection)).hasSizeGreaterThanOrEqualTo(5).isEqualTo(written);
            connection.rollback();
        }
    }

    private static List<String> updates() throws IOException {
        try (InputStream file = ConventionColumnsTest.class.getResourceAsStream(MIGRATION)) {
            var sql = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(sql.split(";"))
                    .map(String::strip)
                    .filter(statement -> statement.startsWith("update ") || statement.startsWith("with "))
                    .toList();
        }
    }

    private static Map<String, String> columns(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement(
                        """
                        select id, array(select unnest(insider_keys) order by 1)::text
                                   || array(select unnest(awaited_acts) order by 1)::text from convention
                        """);
                var row = select.executeQuery()) {
            var columns = new HashMap<String, String>();
            while (row.next()) {
                columns.put(row.getString(1), row.getString(2));
            }
            return columns;
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
