package ma.jazari.partnerships.agreement;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What names one exact text of a convention. */
@Schema(name = "ConventionDigest", description = "SHA-256 over the canonical form (RFC 8785) of what is agreed")
public record Digest(
        @Schema(examples = Digest.JCS_SHA256_V1) String algorithm,
        @Schema(
                        description = "Lower-case hex",
                        examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
                String value) {

    public static final String JCS_SHA256_V1 = "jcs-sha256-v1";

    static Digest jcsSha256V1(String value) {
        return new Digest(JCS_SHA256_V1, value);
    }
}
