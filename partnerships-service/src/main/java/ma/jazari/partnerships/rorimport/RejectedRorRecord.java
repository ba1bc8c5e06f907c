package ma.jazari.partnerships.rorimport;

import java.util.ArrayList;
import java.util.List;
import ma.jazari.platform.problem.Violation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A record that an import refused, and all that is wrong with it. */
@Schema(name = "RejectedRorRecord")
public record RejectedRorRecord(
        @Schema(description = "From 1: of a file of lines its line, of an array its number", examples = "7") long line,
        @Schema(
                        description = "JSON Pointers into the record, or into the partner that it would be",
                        examples =
                                "[{\"pointer\": \"/status\", \"detail\": \"must be active, inactive or withdrawn\"}]")
                List<Violation> errors) {

    private static final int MOST_ERRORS = 20;

    /** The record with as many of the errors as anybody reads. */
    static RejectedRorRecord of(long line, List<Violation> errors) {
        if (errors.size() <= MOST_ERRORS) {
            return new RejectedRorRecord(line, errors);
        }
        var shown = new ArrayList<>(errors.subList(0, MOST_ERRORS));
        shown.add(new Violation("", "and " + (errors.size() - MOST_ERRORS) + " more"));
        return new RejectedRorRecord(line, shown);
    }
}
