package ma.jazari.partnerships.convention;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import ma.jazari.partnerships.agreement.Digest;
import ma.jazari.partnerships.lifecycle.Approval;
import ma.jazari.partnerships.lifecycle.Assent;
import ma.jazari.partnerships.lifecycle.Signature;
import ma.jazari.platform.changelog.Canonical;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One numbered, immutable text of a convention as a caller sees it. */
@Schema(name = "ConventionRevision")
public record RevisionResponse(
        @Schema(examples = "2") int revision,
        RevisionState state,
        Digest digest,
        @Schema(description = "Whether a party is from an African country other than Morocco") boolean southSouth,
        Instant proposedAt,
        @Schema(examples = "2026-03-01") @Nullable LocalDate inForceFrom,
        @Schema(description = "The day on which it was replaced or ended", examples = "2029-03-01") @Nullable LocalDate inForceTo,
        List<Approval> approvals,
        List<Signature> signatures,
        @Schema(
                        description = "What it says, as it is hashed; in the answer to one revision",
                        type = SchemaType.OBJECT,
                        implementation = Object.class)
                @Nullable ObjectNode text,
        @Schema(
                        description =
                                "The very text whose SHA-256 over its UTF-8 is the digest; in the answer to one revision",
                        examples = "{\"domains\":[\"RESEARCH\"],\"kind\":\"FRAMEWORK\"}")
                @Nullable String canonicalForm) {

    /** @param assent what the caller may see of what was said to it */
    static RevisionResponse of(Revision revision, Assent assent, boolean whole) {
        return new RevisionResponse(
                revision.number(),
                revision.state(),
                new Digest(Digest.JCS_SHA256_V1, revision.digest()),
                revision.southSouth(),
                revision.proposedAt(),
                revision.assent().inForceFrom(),
                revision.inForceTo(),
                assent.approvals(),
                assent.signatures(),
                whole ? Canonical.object(revision.canonical()) : null,
                whole ? revision.canonical() : null);
    }
}
