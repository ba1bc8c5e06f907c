package ma.jazari.platform.changelog;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What differs between two versions of a record. */
@Schema(
        description =
                """
                What differs between two versions of a record: what was set, changed and removed on the way from the one to \
                the other, ordered by pointer. `version` and `updatedAt` are not among it; `from` and `to` say them.""")
public record RecordDiff(
        Subject subject,
        DiffSide from,
        DiffSide to,
        List<FieldChange> changes,
        @Schema(description = "What differs of what is not public, for those who may see it") @Nullable List<FieldChange> privateChanges) {

    /** One of the two versions. */
    public record DiffSide(
            @Schema(examples = "3") long version,
            @Schema(description = "ISO 8601 instant since when", examples = "2026-03-01T09:00:00.123456Z") String at) {

        static DiffSide of(PastState state) {
            return new DiffSide(state.version(), state.at().toString());
        }
    }
}
