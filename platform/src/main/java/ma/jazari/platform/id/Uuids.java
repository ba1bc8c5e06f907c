package ma.jazari.platform.id;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.problem.ProblemType;

/** UUIDs of version 7 (RFC 9562): they sort by the time they were made. */
public final class Uuids {

    /** The one form in which UUIDs are written here. */
    public static final String PATTERN = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

    private static final TimeBasedEpochGenerator GENERATOR = Generators.timeBasedEpochGenerator();
    private static final Pattern WELL_FORMED = Pattern.compile(PATTERN);

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

    /** Those of the texts that are UUIDs, in the form in which they are written here. */
    public static List<UUID> wellFormed(Collection<String> texts) {
        return texts.stream()
                .filter(text -> WELL_FORMED.matcher(text).matches())
                .map(UUID::fromString)
                .toList();
    }
}
