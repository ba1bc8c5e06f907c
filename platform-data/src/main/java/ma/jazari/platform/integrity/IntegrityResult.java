package ma.jazari.platform.integrity;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What came out of a check. */
@Schema(description = "What came out of a check of the change log; all is well if there are no findings")
public record IntegrityResult(
        @Schema(description = "Records in the log", examples = "57") long records,
        @Schema(description = "Entries in the log", examples = "212") long entries,
        @Schema(description = "All of them, those too that were not listed one by one", examples = "0") long findings,
        @Schema(
                        description =
                                """
                                For each type of record the SHA-256 over one line for each record, ordered by id: \
                                `<id> <version> <hash>` of the last entry. As long as it is kept elsewhere, nothing that \
                                was in the log then can be taken away or written anew unseen.""")
                Map<String, String> headsDigests,
        @Schema(description = "Types of record whose log was checked, but not against their tables")
                List<String> notCompared,
        @Schema(examples = "1.7") double seconds) {}
