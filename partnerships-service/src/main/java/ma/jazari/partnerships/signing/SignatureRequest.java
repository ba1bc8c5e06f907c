package ma.jazari.partnerships.signing;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import ma.jazari.partnerships.agreement.LegalDates;
import ma.jazari.partnerships.agreement.PartyRef;
import ma.jazari.partnerships.lifecycle.Signature.Method;
import ma.jazari.platform.json.Checked;
import ma.jazari.platform.problem.Violations;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A party's signature of one text, named by its number and its digest. */
public record SignatureRequest(
        @NotNull @Valid PartyRef party,
        @NotNull @Positive @Schema(examples = "2") Integer revision,
        @NotNull @Pattern(regexp = "[0-9a-f]{64}", message = "must be a SHA-256 in lower-case hex") @Schema(examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
                String digest,
        @NotNull @Schema(examples = "JWS") Method method,
        @Schema(
                        description =
                                "A detached JWS (RFC 7515, appendix F, or RFC 7797) over the canonical form, by a key that the party has published; ES256, EdDSA or PS256",
                        examples = "eyJhbGciOiJFUzI1NiIsImtpZCI6IjIwMjYtMSJ9..c2lnbmF0dXJl")
                @Nullable @Size(max = 8192) String jws,
        @Schema(description = "The scanned document", examples = "019c1e2a-7b1c-7c3d-8e4f-5a6b7c8d9e0f") @Nullable String attachmentId,
        @Schema(description = "The day on which it was signed in ink", examples = "2026-01-12") @Nullable LocalDate signedOn)
        implements Checked {

    @Override
    public void check(Violations violations) {
        LegalDates.check(signedOn, "/signedOn", violations);
        boolean byKey = method == Method.JWS;
        goesWith("jws", jws, byKey, violations);
        goesWith("attachmentId", attachmentId, !byKey, violations);
        goesWith("signedOn", signedOn, !byKey, violations);
    }

    private void goesWith(String name, @Nullable Object value, boolean expected, Violations violations) {
        if (expected && value == null) {
            violations.add("/" + name, "is required for a signature by " + method);
        }
        if (!expected && value != null) {
            violations.add("/" + name, "does not go with a signature by " + method);
        }
    }
}
