package ma.jazari.partnerships.lifecycle;

import java.time.Instant;
import java.time.LocalDate;
import ma.jazari.partnerships.agreement.PartyRef;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A party's signature of one text, named by its digest.
 *
 * @param jws of one by key: the detached JWS over the canonical form, {@code header..signature}
 * @param kid the key, as the party published it
 * @param attachmentId of one in ink: the scanned document
 * @param by who gave or recorded it; for the parties alone
 */
@Schema(name = "ConventionSignature")
public record Signature(
        PartyRef party,
        @Schema(examples = "2") int revision,
        @Schema(examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08") String digest,
        Method method,
        @Schema(description = "A detached JWS over the canonical form", examples = "eyJhbGciOiJFUzI1NiJ9..c2ln")
                @Nullable String jws,
        @Schema(description = "The key's id, as the party published it", examples = "2026-1") @Nullable String kid,
        @Schema(examples = "ES256") @Nullable String algorithm,
        @Schema(description = "The scanned document", examples = "019c1e2a-7b1c-7c3d-8e4f-5a6b7c8d9e0f") @Nullable String attachmentId,
        @Schema(examples = "2026-01-12") @Nullable LocalDate signedOn,
        Instant at,
        @Schema(description = "Who gave or recorded it; for the parties alone") @Nullable Who by) {

    /** How a text is signed. */
    @Schema(name = "SignatureMethod")
    public enum Method {
        JWS,
        WET_INK
    }

    /** The signature without the person who gave it. */
    public Signature withoutPerson() {
        return new Signature(party, revision, digest, method, jws, kid, algorithm, attachmentId, signedOn, at, null);
    }
}
