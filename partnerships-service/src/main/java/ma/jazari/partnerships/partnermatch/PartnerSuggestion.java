package ma.jazari.partnerships.partnermatch;

import ma.jazari.partnerships.partner.PartnerSummary;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A partner that may be meant.
 *
 * @param name the one of its names that fits, as it is written
 */
@Schema(name = "PartnerSuggestion")
public record PartnerSuggestion(
        @Schema(description = "The one of its names that fits what was typed", examples = "USMBA") String name,
        PartnerSummary partner) {}
