package ma.jazari.institutes.match;

import java.util.List;
import ma.jazari.institutes.institute.InstituteResponse;
import ma.jazari.platform.match.MatchType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An institute that a text may mean. */
@Schema(name = "InstituteMatch")
public record InstituteMatch(
        @Schema(description = "From 0 to 1", examples = "0.97") double score,
        @Schema(description = "Whether it is the one; at most one is, and none where the text is ambiguous")
                boolean chosen,
        MatchType matchType,
        @Schema(examples = "[\"the text holds its name \\\"institut al jazari de fes\\\"\"]") List<String> reasons,
        InstituteResponse institute) {}
