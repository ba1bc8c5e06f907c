package ma.jazari.partnerships.attachment;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import ma.jazari.platform.file.FileName;
import ma.jazari.platform.file.FileType;
import ma.jazari.platform.problem.Problem;

/**
 * What is said of a file that is about to be stored.
 *
 * @param name a file name, as it is kept
 */
public record AttachmentMeta(
        String name,
        FileType type,
        AttachmentVisibility visibility,
        AttachmentPurpose purpose,
        Instant uploadedAt,
        Uploader uploadedBy) {

    /** @throws Problem 400 with the parameter {@code name} for what is no file name */
    public AttachmentMeta {
        name = FileName.checked("name", name);
        uploadedAt = uploadedAt.truncatedTo(ChronoUnit.MICROS);
    }
}
