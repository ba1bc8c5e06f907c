package ma.jazari.institutes.intake;

import java.util.ArrayList;
import java.util.List;
import ma.jazari.platform.problem.Violation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A line that an import refused, and all that is wrong with it. */
@Schema(name = "RejectedImportLine")
public record RejectedLine(
        @Schema(description = "From 1; of a CSV record of several lines, its first", examples = "7") long line,
        @Schema(
                        description = "JSON Pointers into the line, or names of columns",
                        examples = "[{\"pointer\": \"/region\", \"detail\": \"must be one of the twelve regions\"}]")
                List<Violation> errors) {

    private static final int MOST_ERRORS = 20;

    /** The line with as many of the errors as anybody reads. */
    static RejectedLine of(long line, List<Violation> errors) {
        if (errors.size() <= MOST_ERRORS) {
            return new RejectedLine(line, errors);
        }
        var shown = new ArrayList<>(errors.subList(0, MOST_ERRORS));
        shown.add(new Violation("", "and " + (errors.size() - MOST_ERRORS) + " more"));
        return new RejectedLine(line, shown);
    }
}
