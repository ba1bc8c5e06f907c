package ma.jazari.platform.id;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.util.UUID;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.problem.ProblemType;

/** UUIDs of version 7 (RFC 9562): they sort by the time they were made. */
public final class Uuids {

    private static final TimeBasedEpochGenerator GENERATOR = Generators.timeBasedEpochGenerator();

    private Uuids() {}

    public static UUID next() {
        return GENERATOR.generate();
    }

    /** @throws Problem 400 for text that is no UUID */
    public static UUID checked(String text) {
        try {
            var uuid = UUID.fromString(text);
            if (uuid.toString().equalsIgnoreCase(text)) {
                return uuid;
            }
        } catch (IllegalArgumentException e) {
            // answered below, with the half-forms that UUID.fromString accepts
        }
        throw Problem.of(ProblemType.MALFORMED_ID, "\"" + text + "\" is not a UUID.");
    }
}
