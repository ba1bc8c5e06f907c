package ma.jazari.partnerships.attachment;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A file of a convention. It never changes, so it has no version.
 *
 * @param size in bytes
 * @param digest lower-case hex of the SHA-256 over the bytes
 */
public record Attachment(
        String id,
        String conventionId,
        @Schema(examples = "annexe-1.pdf") String name,
        @Schema(examples = "application/pdf") String mediaType,
        @Schema(examples = "48213") long size,
        String digest,
        AttachmentVisibility visibility,
        AttachmentPurpose purpose,
        Instant uploadedAt,
        Uploader uploadedBy) {}
