package ma.jazari.institutes.suggestion;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is published of a suggestion: in the change log, the feed and on Kafka. Who proposed it, what it was told and
 * contacts are not part of it.
 */
record SuggestionState(
        String id,
        String instituteId,
        long baseVersion,
        ObjectNode patch,
        SuggestionStatus status,
        @Nullable Long appliedVersion,
        long version,
        Instant createdAt,
        Instant updatedAt) {}
