package ma.jazari.localstack.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import ma.jazari.localstack.LocalStackException;
import ma.jazari.localstack.keycloak.ActsFor;
import ma.jazari.localstack.keycloak.KeycloakAdmin;
import ma.jazari.localstack.keycloak.RealmSetup;
import ma.jazari.localstack.keycloak.Tokens;
import ma.jazari.localstack.samples.SampleLoader;
import ma.jazari.localstack.stack.KafkaTopics;
import ma.jazari.localstack.stack.StackOptions;

/** Sets up servers that somebody else has started, as in containers: where they are is said by the environment, secrets by files. */
final class ElsewhereCommand {

    private static final Path SECRETS = Path.of("/run/secrets");
    private static final Path PROGRESS = Path.of(System.getProperty("java.io.tmpdir"), "samples.json");

    private final Console console;
    private final Path realm;

    ElsewhereCommand(Console console, StackOptions options) {
        this.console = console;
        this.realm = options.root().resolve("keycloak");
    }

    int provision() {
        console.line("Topics");
        new KafkaTopics(required("JAZARI_KAFKA_AT")).create();
        console.line("Accounts of the realm");
        var setup = new RealmSetup(admin(), realm);
        setup.apply(
                required("JAZARI_GATEWAY_URL"),
                Map.of(
                        "jazari-registry-clients", secret("registry-clients"),
                        "jazari-registry-administrators", secret("registry-administrators")));
        if (Boolean.parseBoolean(required("JAZARI_SAMPLE_ACCOUNTS"))) {
            console.line("Sample accounts, whose passwords everybody knows");
            setup.addSampleAccounts();
        }
        return 0;
    }

    /** May be repeated: nothing is created twice. */
    int loadSamples() {
        new RealmSetup(admin(), realm).addSampleAccounts();
        var token = new Tokens(keycloak(), realm).of("root-admin");
        var loader = new SampleLoader(PROGRESS);
        loader.load(URI.create(required("JAZARI_GATEWAY_AT")), token, new ActsFor(admin()), console::line);
        return 0;
    }

    private KeycloakAdmin admin() {
        return new KeycloakAdmin(keycloak(), required("JAZARI_KEYCLOAK_ADMIN"), secret("keycloak-admin"));
    }

    private static URI keycloak() {
        return URI.create(required("JAZARI_KEYCLOAK_AT"));
    }

    private static String required(String variable) {
        var value = System.getenv(variable);
        if (value == null || value.isBlank()) {
            throw new LocalStackException("Set " + variable + ".");
        }
        return value;
    }

    private static String secret(String name) {
        try {
            return Files.readString(SECRETS.resolve(name)).strip();
        } catch (IOException failure) {
            throw new LocalStackException("Cannot read the secret " + SECRETS.resolve(name) + ".", failure);
        }
    }
}
