package ma.jazari.institutes.institute;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import ma.jazari.platform.record.ExternalId;
import ma.jazari.platform.record.Link;
import ma.jazari.platform.record.Location;
import ma.jazari.platform.record.Name;
import org.jspecify.annotations.Nullable;

/**
 * What is published of an institute once it is public: in the change log, the feed and on Kafka. There its parts stand
 * beside it, each kind an object by the parts' ids: {@code competencies}, {@code solutions}, {@code infrastructure} and
 * {@code relationships}; absent where there are none.
 */
public record InstituteState(
        String id,
        InstituteKind kind,
        InstituteStatus status,
        List<Name> names,
        List<Mission> missions,
        List<String> focusAreas,
        @Nullable String parentId,
        @Nullable String successorId,
        String region,
        @Nullable Location location,
        @Nullable String hostPartnerId,
        @Nullable LocalDate established,
        List<Link> links,
        List<String> domains,
        List<ExternalId> externalIds,
        boolean sample,
        long version,
        Instant createdAt,
        Instant updatedAt) {}
