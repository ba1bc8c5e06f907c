package ma.jazari.partnerships.partykey;

import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A key as everybody sees it: a JSON Web Key (RFC 7517), and the time for which it stands. */
@Schema(
        name = "PublishedKey",
        description = "A JSON Web Key (RFC 7517): EC of P-256, OKP of Ed25519, or RSA of 2048 to 4096 bits")
public record PublishedKey(
        @Schema(required = true, description = "Names the key, for ever", examples = "2026-11") String kid,
        @Schema(
                        required = true,
                        enumeration = {"EC", "OKP", "RSA"},
                        examples = "OKP")
                String kty,
        @Schema(description = "P-256 or Ed25519", examples = "Ed25519") @Nullable String crv,
        @Schema(description = "Base64url", examples = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo") @Nullable String x,
        @Schema(description = "Base64url; of EC alone") @Nullable String y,
        @Schema(description = "Base64url; of RSA alone") @Nullable String n,
        @Schema(description = "Base64url; of RSA alone") @Nullable String e,
        @Schema(description = "Follows from the type; must agree if it is given", examples = "EdDSA") String alg,
        @Schema(description = "sig if it is given", examples = "sig") String use,
        @Schema(readOnly = true) Instant validFrom,
        @Schema(readOnly = true, description = "Absent while it is current") @Nullable Instant validTo,
        @Schema(readOnly = true) KeyStatus status) {

    public static PublishedKey of(PartyKey key) {
        var material = key.key().material();
        return new PublishedKey(
                key.kid(),
                key.key().algorithm().keyType(),
                member(material, "crv"),
                member(material, "x"),
                member(material, "y"),
                member(material, "n"),
                member(material, "e"),
                key.alg(),
                SigningKey.USE,
                key.validFrom(),
                key.validTo(),
                key.isCurrent() ? KeyStatus.CURRENT : KeyStatus.RETIRED);
    }

    private static @Nullable String member(Map<String, String> material, String name) {
        return material.get(name);
    }
}
