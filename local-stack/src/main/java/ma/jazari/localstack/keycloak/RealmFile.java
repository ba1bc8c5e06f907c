package ma.jazari.localstack.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import ma.jazari.localstack.LocalStackException;

/** A file of the repository's folder {@code keycloak}. */
final class RealmFile {

    private RealmFile() {}

    static JsonNode read(Path file) {
        try {
            return KeycloakAdmin.JSON.readTree(Files.readString(file));
        } catch (IOException failure) {
            throw new LocalStackException("Cannot read " + file + ": " + failure.getMessage(), failure);
        }
    }
}
