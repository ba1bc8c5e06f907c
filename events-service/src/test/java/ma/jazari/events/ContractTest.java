package ma.jazari.events;

import static ma.jazari.platform.test.Api.anonymous;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import ma.jazari.contracts.ContractDrift;
import ma.jazari.platform.test.RealParts;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealParts.class)
class ContractTest {

    @TestHTTPResource(value = "/openapi?format=yaml", management = true)
    String description;

    @Test
    void is_described_by_the_committed_contract() {
        var running =
                anonymous().get(description).then().statusCode(200).extract().asString();

        ContractDrift.check("events-service", running);
    }
}
