package ma.jazari.events.file;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A file of a program event, as it is shown.
 *
 * @param size in bytes
 * @param digest lower-case hex of the SHA-256 over the bytes
 */
@Schema(name = "ProgramEventFile")
public record ProgramEventFile(
        @Schema(examples = "019c1e2a-7b1c-7c3d-8e4f-5a6b7c8d9e0f") String id,
        @Schema(examples = "019c1e2a-7b1c-7c3d-8e4f-5a6b7c8d9e0f") String programEventId,
        @Schema(examples = "programme.pdf") String name,
        @Schema(description = "What it is, for those who choose", examples = "Programme de la journée") @Nullable String title,
        @Schema(examples = "application/pdf") String mediaType,
        @Schema(description = "In bytes", examples = "48213") long size,
        @Schema(
                        description = "SHA-256 over the bytes, in lower-case hex",
                        examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
                String digest,
        Instant uploadedAt) {

    /** Its title, or its name where it has none. */
    public String called() {
        return title == null ? name : title;
    }
}
