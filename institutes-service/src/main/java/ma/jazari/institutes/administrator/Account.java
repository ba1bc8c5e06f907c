package ma.jazari.institutes.administrator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A person's account in Keycloak.
 *
 * @param id Keycloak's own id of it, and the subject of its tokens
 * @param verified whether the person has shown that the address is theirs
 * @param institutes those that it acts for
 */
record Account(
        UUID id,
        @Nullable String email,
        @Nullable String givenName,
        @Nullable String familyName,
        boolean enabled,
        boolean verified,
        List<String> institutes) {

    static final String INSTITUTES = "institutes";

    /** @param user as Keycloak's admin API has it, with its attributes */
    static Account of(JsonNode user) {
        return new Account(
                UUID.fromString(user.path("id").asText()),
                textOrNull(user, "email"),
                textOrNull(user, "firstName"),
                textOrNull(user, "lastName"),
                user.path("enabled").asBoolean(),
                user.path("emailVerified").asBoolean(),
                StreamSupport.stream(user.path("attributes").path(INSTITUTES).spliterator(), false)
                        .map(JsonNode::asText)
                        .toList());
    }

    private static @Nullable String textOrNull(JsonNode user, String name) {
        return user.hasNonNull(name) ? user.get(name).asText() : null;
    }

    boolean administers(String instituteId) {
        return institutes.contains(instituteId);
    }

    AdministratorStatus status() {
        if (!enabled) {
            return AdministratorStatus.DISABLED;
        }
        return verified ? AdministratorStatus.ACTIVE : AdministratorStatus.INVITED;
    }

    @Nullable String name() {
        var name = Stream.of(givenName, familyName)
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" "));
        return name.isEmpty() ? null : name;
    }
}
