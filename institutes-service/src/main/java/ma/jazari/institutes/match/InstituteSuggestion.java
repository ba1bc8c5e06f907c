package ma.jazari.institutes.match;

import ma.jazari.institutes.institute.InstituteSummary;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An institute that may be meant.
 *
 * @param name the one of its names that fits, as it is written
 */
@Schema(name = "InstituteSuggestion")
public record InstituteSuggestion(
        @Schema(description = "The one of its names that fits what was typed", examples = "IAJ Fès") String name,
        InstituteSummary institute) {}
