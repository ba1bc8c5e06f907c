package ma.jazari.localstack.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The sample accounts, which are added to the realm where somebody tries it. */
record SampleAccounts(JsonNode accounts) {

    static SampleAccounts in(Path folder) {
        return new SampleAccounts(RealmFile.read(folder.resolve("local/jazari-local.json")));
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
        return StreamSupport.stream(accounts.path(field).spliterator(), false);
    }
}
