package ma.jazari.gateway.description;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.LinkedHashMap;
import java.util.Map;
import ma.jazari.contracts.ContractDrift;
import ma.jazari.contracts.ContractFiles;
import ma.jazari.contracts.OpenApiMerge;
import ma.jazari.contracts.Yaml;
import ma.jazari.gateway.network.GatewayTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** In the order in which an update writes the files. */
@QuarkusTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ContractTest extends GatewayTest {

    @TestHTTPResource(value = "/openapi?format=yaml", management = true)
    String description;

    @Test
    @Order(1)
    void describes_the_gateway_as_committed() {
        ContractDrift.check("gateway", given().get(description).asString());
    }

    @Test
    @Order(2)
    void commits_the_merge_of_what_the_parts_committed() {
        var merged = Yaml.write(OpenApiMerge.merge(committedParts()));

        if (ContractFiles.isUpdate()) {
            ContractFiles.ofRepository().write("jazari", merged);
        }
        assertThat(ContractFiles.ofRepository().read("jazari"))
                .as("contracts/openapi/jazari.yaml; update with -D" + ContractFiles.UPDATE + "=true")
                .hasValue(merged);
    }

    private static Map<String, ObjectNode> committedParts() {
        var parts = new LinkedHashMap<String, ObjectNode>();
        for (var part : OpenApiMerge.PARTS) {
            ContractFiles.ofRepository().read(part).ifPresent(text -> parts.put(part, Yaml.read(text)));
        }
        return parts;
    }
}
