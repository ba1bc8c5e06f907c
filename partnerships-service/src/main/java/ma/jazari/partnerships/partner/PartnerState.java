package ma.jazari.partnerships.partner;

import java.time.Instant;
import java.util.List;
import ma.jazari.partnerships.provenance.Provenances;
import ma.jazari.platform.record.ExternalId;
import ma.jazari.platform.record.Link;
import ma.jazari.platform.record.Location;
import ma.jazari.platform.record.Name;
import org.jspecify.annotations.Nullable;

/** What is published of a partner: in the change log, the feed and on Kafka. */
public record PartnerState(
        String id,
        PartnerType type,
        PartnerStatus status,
        List<Name> names,
        String country,
        @Nullable Location location,
        List<Link> links,
        List<String> domains,
        List<ExternalId> externalIds,
        boolean sample,
        @Nullable String successorId,
        @Nullable Provenances provenance,
        long version,
        Instant createdAt,
        Instant updatedAt) {}
