package ma.jazari.partnerships.partnerduplicate;

import static ma.jazari.partnerships.partner.PartnerFixture.create;
import static ma.jazari.partnerships.partner.PartnerFixture.created;
import static ma.jazari.partnerships.partner.PartnerFixture.partner;
import static ma.jazari.platform.test.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import ma.jazari.platform.test.RealParts;
import ma.jazari.platform.test.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealParts.class)
class PartnerDuplicateTest {

    private static final String WIKIDATA =
            ", \"externalIds\": [{\"scheme\": \"WIKIDATA\", \"value\": \"https://www.wikidata.org/wiki/Q87654321\"}]";

    @Test
    void refuses_the_name_of_another_in_the_same_country_unless_it_is_confirmed() {
        var first = created(create(partner("Université Dédoublée", "")));

        create(partner("universite   DEDOUBLEE", ""))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/likely-duplicate"))
                .body("candidates.partner.id", contains(first))
                .body("candidates[0].reasons[0]", containsString("same name in the same country"));
        create(partner("Université Dédoublée", "").replace("\"MA\"", "\"TN\""))
                .then()
                .statusCode(201);
        create(partner("universite   DEDOUBLEE", ""), true).then().statusCode(201);
    }

    @Test
    void refuses_the_id_of_another_in_another_registry_however_it_is_written() {
        var first = created(create(partner("Office des Tuiles", WIKIDATA)));

        create(partner("Tout autre nom", WIKIDATA.replace("https://www.wikidata.org/wiki/", ""))
                        .replace("\"MA\"", "\"FR\""))
                .then()
                .statusCode(409)
                .body("candidates.partner.id", contains(first))
                .body("candidates[0].reasons[0]", containsString("same id in another registry"));
    }

    @Test
    void refuses_a_domain_with_a_name_that_is_near_in_the_same_country_alone() {
        var domain = ", \"domains\": [\"safran.example.ma\"]";
        var first = created(create(partner("Coopérative du Safran de Taliouine", domain)));

        create(partner("Coopérative Safran Taliouine", domain))
                .then()
                .statusCode(409)
                .body("candidates.partner.id", contains(first))
                .body("candidates[0].reasons[0]", containsString("same domain"));
        create(partner("Musée de la Montagne", domain)).then().statusCode(201);
        create(partner("Coopérative Safran Taliouine", domain).replace("\"MA\"", "\"ES\""))
                .then()
                .statusCode(201);
    }

    @Test
    void lets_one_of_many_make_the_same_partner() throws Exception {
        var answers = IntStream.range(0, 6)
                .<Callable<Response>>mapToObj(i -> () -> create(partner("Université Simultanée", "")))
                .toList();

        try (var clients = Executors.newFixedThreadPool(answers.size())) {
            var statuses = new ArrayList<Integer>();
            for (var answer : clients.invokeAll(answers)) {
                statuses.add(answer.get().statusCode());
            }
            assertThat(statuses).containsExactlyInAnyOrderElementsOf(List.of(201, 409, 409, 409, 409, 409));
        }
    }

    @Test
    void takes_true_and_false_for_confirmed_and_nothing_else() {
        as(Tokens.networkAdmin())
                .contentType("application/json")
                .body(partner("Université", ""))
                .post("/v1/partners?confirmed=yes")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("confirmed"));
    }
}
