package ma.jazari.partnerships.partykey;

import java.security.PublicKey;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A key that a party has published, and the time for which it stands. */
public final class PartyKey {

    private final SigningKey key;
    private final Instant validFrom;
    private final @Nullable Instant validTo;

    PartyKey(SigningKey key, Instant validFrom, @Nullable Instant validTo) {
        this.key = key;
        this.validFrom = validFrom;
        this.validTo = validTo;
    }

    public String kid() {
        return key.kid();
    }

    /** ES256, EdDSA or PS256. */
    public String alg() {
        return key.algorithm().jwaName();
    }

    /** The members of its JWK (RFC 7517), sorted. */
    public Map<String, String> jwk() {
        return key.jwk();
    }

    public PublicKey publicKey() {
        return key.publicKey();
    }

    public Instant validFrom() {
        return validFrom;
    }

    /** Not valid any more from then on; null while it is current. */
    public @Nullable Instant validTo() {
        return validTo;
    }

    public boolean isCurrent() {
        return validTo == null;
    }

    public boolean isValidAt(Instant at) {
        return !at.isBefore(validFrom) && (validTo == null || at.isBefore(validTo));
    }

    SigningKey key() {
        return key;
    }

    PartyKey retired(Instant at) {
        return new PartyKey(key, validFrom, at);
    }
}
