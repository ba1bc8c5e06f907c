package ma.jazari.platform.changelog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A change of a record, one link of its hash chain; how to check it stands in the description. */
@Schema(
        description =
                """
                One change of a record, one link of its hash chain. To check it: take away `hash` and `privateChanges`, \
                write the rest as canonical JSON (RFC 8785) and compare its SHA-256 in hex with `hash`. \
                `previousHash` is the `hash` of the version before.""")
public record HistoryItem(
        @Schema(examples = "3") long version,
        @Schema(examples = "institute.suspended") String type,
        Subject subject,
        @Schema(description = "ISO 8601 instant", examples = "2026-03-01T09:00:00.123456Z") String at,
        Who actor,
        @Nullable String reason,
        @Schema(description = "Id of the change that it follows from; absent where somebody asked for it") @Nullable String causationId,
        List<FieldChange> changes,
        @Schema(description = "SHA-256 over the canonical JSON of privateChanges; absent where nothing is private")
                @Nullable String privateChangesDigest,
        @Schema(description = "SHA-256 over the canonical JSON of the record's public state after the change")
                String stateDigest,
        @Schema(description = "Absent on the first version") @Nullable String previousHash,
        @Schema(description = "For those who may see them") @Nullable PrivateChanges privateChanges,
        @Nullable String hash) {

    /** Who made a change. */
    public record Who(@Nullable String sub, String name) {}

    /** What changed of what is not public, and the salt of its digest. */
    public record PrivateChanges(String salt, List<FieldChange> changes) {}

    static HistoryItem of(ObjectMapper mapper, String entry, @Nullable String privateChanges, String hash) {
        try {
            var e = mapper.readValue(entry, HistoryItem.class);
            var hidden = privateChanges == null ? null : mapper.readValue(privateChanges, PrivateChanges.class);
            return new HistoryItem(
                    e.version,
                    e.type,
                    e.subject,
                    e.at,
                    e.actor,
                    e.reason,
                    e.causationId,
                    e.changes,
                    e.privateChangesDigest,
                    e.stateDigest,
                    e.previousHash,
                    hidden,
                    hash);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
