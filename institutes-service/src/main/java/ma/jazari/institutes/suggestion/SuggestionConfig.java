package ma.jazari.institutes.suggestion;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;

/** How much one proposer may propose: reviews are done by people. */
@ConfigMapping(prefix = "jazari.suggestions")
public interface SuggestionConfig {

    /** How many of one proposer may wait for a review. */
    @WithDefault("20")
    @Min(1) int pendingPerProposer();

    /** How many of one proposer may wait for a review of one institute. */
    @WithDefault("5")
    @Min(1) int pendingPerInstitute();

    /** How many one proposer may make within 24 hours, whatever became of them. */
    @WithDefault("50")
    @Min(1) int createdPerDay();

    /** The largest patch, as JSON in UTF-8. */
    @WithDefault("64K")
    MemorySize maxPatchSize();
}
