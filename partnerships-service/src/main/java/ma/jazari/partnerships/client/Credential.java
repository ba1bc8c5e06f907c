package ma.jazari.partnerships.client;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A client of the realm.
 *
 * @param id Keycloak's own id of it
 * @param validUntil null for the current one
 */
record Credential(UUID id, String clientId, Instant createdAt, @Nullable Instant validUntil) {

    private static final SecureRandom RANDOM = new SecureRandom();

    static Credential next(String partnerId, Instant now) {
        return new Credential(
                UUID.randomUUID(), "partner-" + partnerId + "-" + HexFormat.of().formatHex(bytes(6)), now, null);
    }

    static String newSecret() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(32));
    }

    private static byte[] bytes(int count) {
        var bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
