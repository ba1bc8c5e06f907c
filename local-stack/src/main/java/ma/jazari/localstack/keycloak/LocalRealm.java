package ma.jazari.localstack.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import ma.jazari.localstack.LocalStackException;

/** The repository's realm files: the realm for every environment, and what is added to it locally. */
record LocalRealm(JsonNode realm, JsonNode additions) {

    static LocalRealm in(Path folder) {
        return new LocalRealm(
                read(folder.resolve("jazari-realm.json")), read(folder.resolve("local/jazari-local.json")));
    }

    /** The secret of the sample client of that name. */
    Optional<String> secretOf(String client) {
        return elements("clients")
                .filter(node -> node.path("clientId").asText().equals(client) && node.hasNonNull("secret"))
                .map(node -> node.path("secret").asText())
                .findFirst();
    }

    /** The password of the sample user of that name. */
    Optional<String> passwordOf(String user) {
        return elements("users")
                .filter(node -> node.path("username").asText().equals(user) && node.has("credentials"))
                .map(node -> node.path("credentials").path(0).path("value").asText())
                .findFirst();
    }

    /** Everyone there is a token for. */
    List<String> names() {
        var users = elements("users").map(node -> node.path("username").asText());
        var clients = elements("clients").map(node -> node.path("clientId").asText());
        return Stream.concat(users, clients)
                .filter(name -> passwordOf(name).isPresent() || secretOf(name).isPresent())
                .toList();
    }

    private Stream<JsonNode> elements(String field) {
        return StreamSupport.stream(additions.path(field).spliterator(), false);
    }

    private static JsonNode read(Path file) {
        try {
            return KeycloakAdmin.JSON.readTree(Files.readString(file));
        } catch (IOException failure) {
            throw new LocalStackException("Cannot read " + file + ": " + failure.getMessage(), failure);
        }
    }
}
