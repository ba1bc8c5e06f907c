package ma.jazari.partnerships.provenance;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import ma.jazari.partnerships.partner.PartnerSummary;
import ma.jazari.platform.changelog.HistoryItem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A field that an administrator has written otherwise than ROR. */
@Schema(name = "RorDifference")
public record RorDifference(
        PartnerSummary partner,
        @Schema(examples = "location") String field,
        @Schema(implementation = Object.class, description = "What the partner has; absent for nothing") @Nullable JsonNode ours,
        @Schema(implementation = Object.class, description = "What ROR has, as a partner would have it") @Nullable JsonNode ror,
        @Schema(examples = "https://ror.org/04efg9a07") String rorId,
        @Schema(description = "When the record was last changed at ROR", examples = "2024-12-11") LocalDate recordDate,
        HistoryItem.@Nullable Who overriddenBy,
        @Nullable Instant overriddenAt) {}
