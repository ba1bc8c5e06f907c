package ma.jazari.institutes.merge;

import ma.jazari.institutes.institute.Institute;
import ma.jazari.institutes.institute.InstituteStatus;

/**
 * A merge that was thought through and not carried out.
 *
 * @param source as it would be; not the stored one
 * @param successor as it would be; not the stored one
 * @param sourceStatus what the source could be restored to
 */
public record PlannedMerge(Institute source, Institute successor, InstituteStatus sourceStatus, MergePlan plan) {}
