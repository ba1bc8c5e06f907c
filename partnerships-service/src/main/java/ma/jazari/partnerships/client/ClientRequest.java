package ma.jazari.partnerships.client;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ma.jazari.platform.json.JsonRequest;
import ma.jazari.platform.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Asks for a client. */
@Schema(name = "PartnerClientRequest")
public record ClientRequest(
        @NotBlank @Size(max = 100) @Schema(examples = "Student system of UM5") String name,
        @NotNull ClientAuthentication authentication,
        @Schema(description = "With PRIVATE_KEY_JWT: the public keys, as a JWK set") @Nullable Map<String, Object> jwks,
        @Size(max = 2000) @Pattern(regexp = "https://[^\\s#]+") @Schema(description = "With PRIVATE_KEY_JWT: where the public keys are, instead of jwks")
                @Nullable String jwksUrl)
        implements JsonRequest {

    private static final int MOST_KEYS = 10;
    private static final String USE = "use";
    private static final String SIGNATURE = "sig";
    // What only a private or a shared key has (RFC 7518).
    private static final Set<String> PRIVATE = Set.of("d", "k", "p", "q", "dp", "dq", "qi", "oth");

    /** @throws Problem 400 unless the keys fit the authentication and are public */
    void check() {
        boolean wantsKeys = authentication == ClientAuthentication.PRIVATE_KEY_JWT;
        if (wantsKeys && (jwks == null) == (jwksUrl == null)) {
            throw Problem.invalid("/jwks", "PRIVATE_KEY_JWT takes either jwks or jwksUrl");
        }
        if (!wantsKeys && (jwks != null || jwksUrl != null)) {
            throw Problem.invalid("/jwks", "SECRET takes neither jwks nor jwksUrl");
        }
        if (jwks != null && !arePublic(jwks.get("keys"))) {
            throw Problem.invalid("/jwks", "must be a JWK set of 1 to " + MOST_KEYS + " public keys for signatures");
        }
    }

    /** The keys, each of which says what it is for: Keycloak passes over those that do not. */
    List<Map<Object, Object>> signingKeys() {
        return jwks != null && jwks.get("keys") instanceof Collection<?> all
                ? all.stream().map(ClientRequest::forSignatures).toList()
                : List.of();
    }

    private static Map<Object, Object> forSignatures(Object key) {
        var members = new LinkedHashMap<Object, Object>((Map<?, ?>) key);
        members.putIfAbsent(USE, SIGNATURE);
        return members;
    }

    private static boolean arePublic(@Nullable Object keys) {
        return keys instanceof Collection<?> all
                && !all.isEmpty()
                && all.size() <= MOST_KEYS
                && all.stream().allMatch(ClientRequest::isPublic);
    }

    private static boolean isPublic(Object key) {
        return key instanceof Map<?, ?> members
                && members.containsKey("kty")
                && (members.get(USE) == null || SIGNATURE.equals(members.get(USE)))
                && members.keySet().stream().noneMatch(PRIVATE::contains);
    }
}
