package ma.jazari.platform.test;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import ma.jazari.localstack.KafkaServer;
import ma.jazari.localstack.PostgresServer;
import ma.jazari.localstack.process.FreePort;
import org.jspecify.annotations.Nullable;

/**
 * The parts that a service stands on, as real processes: PostgreSQL, Kafka with its topics, and an identity provider that
 * signs tokens as Keycloak does. For {@code @WithTestResource(RealParts.class)}.
 */
public final class RealParts implements QuarkusTestResourceLifecycleManager {

    private static final String DATABASE = "registry";

    private @Nullable PostgresServer postgres;
    private @Nullable KafkaServer kafka;
    private @Nullable IdentityProvider identityProvider;
    private final List<Path> directories = new ArrayList<>();

    @Override
    public Map<String, String> start() {
        var starting = CompletableFuture.supplyAsync(() -> KafkaServer.start(directory("kafka"), FreePort.find()));
        var database = PostgresServer.start(directory("postgres"), FreePort.find());
        database.createDatabase(DATABASE);
        var broker = starting.join();
        Topics.create(broker.bootstrapServers());
        var provider = IdentityProvider.start();
        postgres = database;
        kafka = broker;
        identityProvider = provider;
        var config = new HashMap<String, String>();
        config.put("quarkus.datasource.jdbc.url", database.jdbcUrl(DATABASE));
        config.put("quarkus.datasource.username", database.user());
        config.put("quarkus.datasource.password", database.password());
        config.put("kafka.bootstrap.servers", broker.bootstrapServers());
        config.put("quarkus.oidc.auth-server-url", provider.issuer());
        config.put("quarkus.http.test-port", "0");
        config.put("quarkus.management.test-port", "0");
        return config;
    }

    @Override
    public void stop() {
        if (kafka != null) {
            kafka.kill();
        }
        if (postgres != null) {
            postgres.kill();
        }
        if (identityProvider != null) {
            identityProvider.stop();
        }
        directories.forEach(RealParts::delete);
    }

    private Path directory(String name) {
        try {
            var directory = Files.createTempDirectory("jazari-" + name + "-");
            synchronized (directories) {
                directories.add(directory);
            }
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path directory) {
        try (var files = Files.walk(directory)) {
            files.sorted((a, b) -> b.compareTo(a)).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
