package ma.jazari.partnerships.partnerduplicate;

import java.util.List;
import ma.jazari.partnerships.partner.PartnerSummary;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A partner that a new one looks like.
 *
 * @param reasons what speaks for it, in words
 */
@Schema(name = "LikelyPartnerDuplicate")
public record LikelyPartnerDuplicate(List<String> reasons, PartnerSummary partner) {}
