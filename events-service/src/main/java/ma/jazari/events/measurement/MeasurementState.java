package ma.jazari.events.measurement;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is published of a measurement: in the change log, the feed and on Kafka. */
public record MeasurementState(
        String id,
        String programmeId,
        String indicator,
        String instituteId,
        String region,
        Period period,
        String value,
        String source,
        String method,
        @Nullable String evidenceUrl,
        MeasurementStatus state,
        @Nullable String disputeReason,
        @Nullable String corrects,
        @Nullable String correctedBy,
        Instant reportedAt,
        @Nullable Instant verifiedAt,
        @Nullable Instant disputedAt,
        @Nullable Instant supersededAt,
        boolean sample,
        long version,
        Instant updatedAt) {}
