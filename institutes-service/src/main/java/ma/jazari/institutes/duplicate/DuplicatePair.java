package ma.jazari.institutes.duplicate;

import java.util.List;
import ma.jazari.institutes.institute.InstituteSummary;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Two institutes that may be one.
 *
 * @param reasons what speaks for it, in words
 */
@Schema(name = "DuplicatePair")
public record DuplicatePair(InstituteSummary institute, InstituteSummary other, List<String> reasons) {}
