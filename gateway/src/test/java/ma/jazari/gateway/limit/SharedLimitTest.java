package ma.jazari.gateway.limit;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lettuce.core.RedisClient;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import ma.jazari.gateway.network.GatewayTest;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import redis.embedded.RedisServer;

/** The gateway with a Redis that it was told of. */
@QuarkusTest
@TestProfile(SharedLimitTest.WithRedis.class)
class SharedLimitTest extends GatewayTest {

    @ConfigProperty(name = "jazari.gateway.rates.redis.url")
    String url = "";

    @Test
    void counts_requests_of_every_kind_there_and_serves_them() {
        try (var client = RedisClient.create(url);
                var connection = client.connect()) {
            await().atMost(20, SECONDS).until(() -> {
                given().get("/v1/institutes/echo").then().statusCode(200);
                return !connection.sync().keys("jazari:rate:address:default:*").isEmpty();
            });

            given().body("{}").post("/v1/institutes/echo").then().statusCode(200);
            var answer = given().get("/problems");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.header("RateLimit")).startsWith("\"pages\";r=");
            assertThat(connection.sync().keys("jazari:rate:address:write:*")).hasSize(1);
            assertThat(connection.sync().keys("jazari:rate:address:pages:*")).hasSize(1);
        }
    }

    /** A Redis for the length of the test. */
    public static final class Redis implements QuarkusTestResourceLifecycleManager {

        private final RedisServer server = server();

        @Override
        public Map<String, String> start() {
            try {
                server.start();
            } catch (IOException e) {
                throw new IllegalStateException("no Redis", e);
            }
            return Map.of(
                    "jazari.gateway.rates.redis.url",
                    "redis://127.0.0.1:" + server.ports().getFirst(),
                    "jazari.gateway.rates.redis.timeout",
                    "5S");
        }

        @Override
        public void stop() {
            try {
                server.stop();
            } catch (IOException e) {
                throw new IllegalStateException("Redis does not stop", e);
            }
        }

        private static RedisServer server() {
            try {
                return RedisServer.newRedisServer()
                        .port(freePort())
                        .bind("127.0.0.1")
                        .setting("save \"\"")
                        .build();
            } catch (IOException e) {
                throw new IllegalStateException("no Redis", e);
            }
        }

        private static int freePort() throws IOException {
            try (var socket = new ServerSocket(0)) {
                return socket.getLocalPort();
            }
        }
    }

    /** Told of it. */
    public static final class WithRedis implements QuarkusTestProfile {

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(Redis.class));
        }
    }
}
