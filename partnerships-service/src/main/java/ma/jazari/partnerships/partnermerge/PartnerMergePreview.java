package ma.jazari.partnerships.partnermerge;

import java.util.List;
import ma.jazari.partnerships.partner.PartnerResponse;
import ma.jazari.platform.record.ExternalId;
import ma.jazari.platform.record.Link;
import ma.jazari.platform.record.Name;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a merge would do. */
@Schema(name = "PartnerMergePreview", description = "What a merge would do; nothing was changed")
public record PartnerMergePreview(
        @Schema(description = "The one that ends, as it would be") PartnerResponse source,
        @Schema(description = "The one that stays, as it would be") PartnerResponse successor,
        @Schema(description = "The names that the successor would gain") List<Name> names,
        @Schema(description = "The domains that it would gain", examples = "[\"example.org\"]") List<String> domains,
        @Schema(description = "The ids in other registries that it would gain") List<ExternalId> externalIds,
        @Schema(description = "The links that it would gain") List<Link> links) {

    static PartnerMergePreview of(Gains gains, PartnerResponse source, PartnerResponse successor) {
        return new PartnerMergePreview(
                source, successor, gains.names(), gains.domains(), gains.externalIds(), gains.links());
    }
}
