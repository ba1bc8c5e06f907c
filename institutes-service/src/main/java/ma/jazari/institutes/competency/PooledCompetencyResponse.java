package ma.jazari.institutes.competency;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Map;
import ma.jazari.platform.http.Localized;
import ma.jazari.platform.text.LocalText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A field of skill across the network. */
@Schema(name = "PooledCompetency")
public record PooledCompetencyResponse(
        @Schema(description = "A term of the vocabulary competency-fields", examples = "computer-vision") String field,
        List<LocalText> labels,
        @Schema(description = "The label in the caller's language", examples = "Vision par ordinateur")
                String displayLabel,
        @Schema(description = "How many institutes have it", examples = "4") long institutes,
        @Schema(description = "How many people have it", examples = "57") long people,
        @Schema(description = "All levels, those that nobody has, too") Map<CompetencyLevel, Sum> byLevel,
        @Schema(description = "All twelve regions") Map<String, Sum> byRegion,
        @JsonIgnore @Schema(hidden = true) String displayLanguage)
        implements Localized {

    /** How many institutes and people. */
    @Schema(name = "CompetencySum")
    public record Sum(@Schema(examples = "4") long institutes, @Schema(examples = "57") long people) {

        static final Sum NONE = new Sum(0, 0);
    }

    @Override
    @JsonIgnore
    @Schema(hidden = true)
    public String contentLanguage() {
        return displayLanguage;
    }
}
