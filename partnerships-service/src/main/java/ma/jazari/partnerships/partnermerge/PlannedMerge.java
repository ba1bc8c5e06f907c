package ma.jazari.partnerships.partnermerge;

import ma.jazari.partnerships.partner.Partner;
import ma.jazari.partnerships.partner.PartnerStatus;

/**
 * A merge as it would be.
 *
 * @param source the one that ends, as it would be
 * @param successor the one that stays, as it would be
 * @param before the status of the source now
 */
record PlannedMerge(Partner source, Partner successor, PartnerStatus before, Gains gains) {}
