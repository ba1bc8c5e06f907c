package ma.jazari.partnerships.attachment;

import java.time.Instant;
import ma.jazari.platform.file.StoredFile;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A file of a convention, as it is shown with it.
 *
 * @param size in bytes
 * @param digest lower-case hex of the SHA-256 over the bytes
 */
@Schema(name = "Attachment")
public record AttachedFile(
        @Schema(examples = "019c1e2a-7b1c-7c3d-8e4f-5a6b7c8d9e0f") String id,
        @Schema(examples = "annexe-1.pdf") String name,
        @Schema(examples = "application/pdf") String mediaType,
        @Schema(description = "In bytes", examples = "48213") long size,
        @Schema(
                        description = "SHA-256 over the bytes, in lower-case hex",
                        examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
                String digest,
        AttachmentVisibility visibility,
        AttachmentPurpose purpose,
        Instant uploadedAt) {

    public static AttachedFile of(Attachment attachment) {
        return new AttachedFile(
                attachment.id(),
                attachment.name(),
                attachment.mediaType(),
                attachment.size(),
                attachment.digest(),
                attachment.visibility(),
                attachment.purpose(),
                attachment.uploadedAt());
    }

    /** What every file has. */
    public StoredFile stored() {
        return new StoredFile(id, name, mediaType, size, digest);
    }

    public boolean isPublic() {
        return visibility == AttachmentVisibility.PUBLIC;
    }
}
