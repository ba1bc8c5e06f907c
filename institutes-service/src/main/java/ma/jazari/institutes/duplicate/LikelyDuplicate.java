package ma.jazari.institutes.duplicate;

import java.util.List;
import ma.jazari.institutes.institute.InstituteSummary;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An institute that a new one looks like.
 *
 * @param reasons what speaks for it, in words
 */
@Schema(name = "LikelyDuplicate")
public record LikelyDuplicate(List<String> reasons, InstituteSummary institute) {}
