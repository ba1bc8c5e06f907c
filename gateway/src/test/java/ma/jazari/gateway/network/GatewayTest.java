package ma.jazari.gateway.network;

import io.quarkus.test.common.WithTestResource;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;

/** A test of the running gateway between real neighbours. */
@WithTestResource(Network.class)
public abstract class GatewayTest {

    // Set by the test resource.
    @SuppressWarnings("NullAway.Init")
    protected Network network;

    @BeforeEach
    void startAfresh() {
        network.reset();
    }

    protected static RequestSpecification given() {
        return RestAssured.given().urlEncodingEnabled(false);
    }
}
