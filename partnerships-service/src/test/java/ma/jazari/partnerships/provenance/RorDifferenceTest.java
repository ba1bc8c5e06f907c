package ma.jazari.partnerships.provenance;

import static ma.jazari.partnerships.partner.PartnerFixture.activePartner;
import static ma.jazari.partnerships.partner.PartnerFixture.patch;
import static ma.jazari.partnerships.rorimport.RorFixture.importLines;
import static ma.jazari.partnerships.rorimport.RorFixture.on;
import static ma.jazari.partnerships.rorimport.RorFixture.record;
import static ma.jazari.partnerships.rorimport.RorFixture.rorId;
import static ma.jazari.platform.test.Api.anonymous;
import static ma.jazari.platform.test.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import ma.jazari.platform.test.RealParts;
import ma.jazari.platform.test.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an administrator has written stays, whatever ROR says, and it is said where that is so. */
@QuarkusTest
@WithTestResource(RealParts.class)
class RorDifferenceTest {

    private final String ror = rorId();
    private String id = "";

    @BeforeEach
    void has_a_partner_of_ror() {
        importLines(record(ror, "Institut de Référence " + ror)).then().body("created", equalTo(1));
        id = anonymous().queryParam("externalId", ror).get("/v1/partners").path("items[0].id");
    }

    @Test
    void keeps_what_an_administrator_wrote_and_takes_the_rest() {
        write("{\"location\": {\"city\": \"Salé\"}}");

        importLines(on("2025-01-01", record(ror, "Institut Rebaptisé").replace("34.01325", "35.0")))
                .then()
                .body("updated", equalTo(1));

        anonymous()
                .get("/v1/partners/{id}", id)
                .then()
                .body("location.city", equalTo("Salé"))
                .body("location.lat", equalTo(34.01325f))
                .body("displayName", equalTo("Institut Rebaptisé"))
                .body("provenance.location.source", equalTo("ADMINISTRATOR"))
                .body("provenance.location.version", equalTo(2))
                .body("provenance.names.source", equalTo("ROR"))
                .body("provenance.names.version", equalTo(3));
        var difference = differences().getFirst();
        assertThat(difference)
                .containsEntry("field", "location")
                .containsEntry("rorId", ror)
                .containsEntry("recordDate", "2025-01-01");
        assertThat(map(difference, "ours")).containsEntry("city", "Salé");
        assertThat(map(difference, "ror")).containsEntry("city", "Rabat").containsEntry("lat", 35);
        assertThat(map(difference, "overriddenBy")).containsKeys("sub", "name");
        assertThat(difference.get("overriddenAt")).isNotNull();
    }

    @Test
    void leaves_no_change_where_all_that_ror_changed_is_overridden() {
        write("{\"names\": [{\"value\": \"Notre nom\", \"lang\": \"fr\", \"type\": \"DISPLAY\"}]}");

        importLines(on("2025-01-01", record(ror, "Nom tout à fait nouveau")))
                .then()
                .body("unchanged", equalTo(1));

        anonymous()
                .get("/v1/partners/{id}", id)
                .then()
                .body("version", equalTo(2))
                .body("displayName", equalTo("Notre nom"));
        assertThat(differences()).hasSize(1);
        assertThat(String.valueOf(differences().getFirst().get("ror"))).contains("Nom tout à fait nouveau");
    }

    @Test
    void gives_a_field_back_that_an_administrator_writes_as_ror_has_it() {
        write("{\"type\": \"COMPANY\"}");
        assertThat(differences()).extracting(one -> one.get("field")).containsExactly("type");

        write("{\"type\": \"UNIVERSITY\"}");

        assertThat(differences()).isEmpty();
        anonymous()
                .get("/v1/partners/{id}", id)
                .then()
                .body("provenance.type.source", equalTo("ROR"))
                .body("provenance.type.version", equalTo(3));
        importLines(on("2025-01-01", record(ror, "X").replace("education", "facility")))
                .then()
                .body("updated", equalTo(1));
        anonymous().get("/v1/partners/{id}", id).then().body("type", equalTo("RESEARCH"));
    }

    @Test
    void keeps_a_status_that_an_administrator_moved_it_to() {
        move("{\"to\": \"INACTIVE\"}");

        importLines(on("2025-01-01", record(ror, "Toujours inactif"))).then().body("updated", equalTo(1));

        anonymous().get("/v1/partners/{id}", id).then().body("status", equalTo("INACTIVE"));
        assertThat(differences()).extracting(one -> one.get("field")).containsExactly("status");
        move("{\"to\": \"ACTIVE\"}");
        assertThat(differences()).isEmpty();
    }

    @Test
    void has_nothing_to_say_of_contacts_and_of_what_ror_does_not_know() {
        write("{\"contacts\": [{\"role\": \"DESK\", \"email\": \"desk@example.org\"}]}");

        assertThat(differences()).isEmpty();
        anonymous().get("/v1/partners/{id}", id).then().body("provenance.names.source", equalTo("ROR"));
        anonymous()
                .get("/v1/partners/{id}", activePartner("Inconnu de ROR"))
                .then()
                .body("provenance", equalTo(null));
    }

    @Test
    void forgets_differences_of_a_partner_that_was_merged() {
        write("{\"type\": \"COMPANY\"}");
        move("{\"to\": \"MERGED\", \"reason\": \"One team\", \"successorId\": \"" + activePartner("Repreneur") + "\"}");

        assertThat(differences()).isEmpty();
    }

    @Test
    void pages_and_counts_and_is_for_who_sees_everything() {
        write("{\"type\": \"COMPANY\", \"domains\": [\"other.example.ma\"], \"links\": null}");

        assertThat(differences()).extracting(one -> one.get("field")).containsExactly("domains", "links", "type");
        var total = as(Tokens.auditor())
                .get("/v1/partners/differences?total=true&limit=1")
                .<Integer>path("total");
        assertThat(all()).hasSize(total);
        as(Tokens.auditor()).get("/v1/partners/differences?cursor=x").then().statusCode(400);
        anonymous().get("/v1/partners/differences").then().statusCode(401);
        for (var token : List.of(Tokens.partner(id), Tokens.instituteAdmin("j00000098"))) {
            as(token).get("/v1/partners/differences").then().statusCode(403);
        }
    }

    private void write(String patch) {
        patch(Tokens.networkAdmin(), id, "*", patch).then().statusCode(200);
    }

    private void move(String body) {
        as(Tokens.networkAdmin())
                .contentType("application/json")
                .header("If-Match", "*")
                .body(body)
                .post("/v1/partners/{id}/transitions", id)
                .then()
                .statusCode(200);
    }

    private List<Map<String, Object>> differences() {
        return all().stream()
                .filter(one -> id.equals(map(one, "partner").get("id")))
                .toList();
    }

    /** All there are, two at a time. */
    private static List<Map<String, Object>> all() {
        var found = new ArrayList<Map<String, Object>>();
        String cursor = null;
        do {
            var request = as(Tokens.networkAdmin()).queryParam("limit", 2);
            var page =
                    (cursor == null ? request : request.queryParam("cursor", cursor)).get("/v1/partners/differences");
            found.addAll(page.then().statusCode(200).extract().path("items"));
            cursor = page.path("nextCursor");
        } while (cursor != null);
        return found;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Map<String, Object> one, String key) {
        return (Map<String, Object>) Objects.requireNonNull(one.get(key));
    }
}
