package ma.jazari.partnerships.partnerexport;

import java.util.List;
import ma.jazari.partnerships.partner.PartnerState;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an export in JSON looks like; it is written piece by piece, never as one. */
@Schema(name = "PartnerExport")
record ExportedPartners(
        @Schema(
                        description = "Where to go on in the change feed",
                        examples = "MS4wMTIzYWJjZC5wYXJ0bmVyc2hpcHMtc2VydmljZS4xNzY")
                String cursor,
        @Schema(description = "Each the full public state, as the data of the partner's last change")
                List<PartnerState> items) {}
