package ma.jazari.partnerships.partnermerge;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import ma.jazari.partnerships.partner.Partner;
import ma.jazari.partnerships.partner.PartnerStatus;
import ma.jazari.platform.id.PublicId;
import ma.jazari.platform.json.Checked;
import ma.jazari.platform.problem.Violations;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A move of a partner through its lifecycle. */
@Schema(name = "PartnerTransition")
public record PartnerTransition(
        @NotNull @Schema(examples = "INACTIVE") PartnerStatus to,
        @Schema(description = "Required for MERGED", examples = "The two universities became one")
                @Nullable @Size(min = 1, max = 2000) String reason,
        @Schema(description = "Required for MERGED, and for nothing else: the partner that it becomes part of")
                @Nullable String successorId)
        implements Checked {

    @Override
    public void check(Violations violations) {
        if (to == PartnerStatus.MERGED && reason == null) {
            violations.add("/reason", "is required for a move to " + to);
        }
        if (to == PartnerStatus.MERGED && successorId == null) {
            violations.add("/successorId", "is required for a move to " + to);
        }
        if (to != PartnerStatus.MERGED && successorId != null) {
            violations.add("/successorId", "must be absent: only a merge has a successor");
        }
        if (successorId != null && !PublicId.isWellFormed(Partner.ID_PREFIX, successorId)) {
            violations.add("/successorId", "is not an id of a partner: look for a typing error");
        }
    }
}
