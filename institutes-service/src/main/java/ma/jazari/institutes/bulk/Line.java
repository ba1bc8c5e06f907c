package ma.jazari.institutes.bulk;

import java.util.List;
import ma.jazari.platform.bulk.PhysicalLines;
import ma.jazari.platform.problem.Violation;
import org.jspecify.annotations.Nullable;

/**
 * One line of a file, as far as it can be read without knowing the registry.
 *
 * @param number from 1; of a CSV record of several lines, its first
 * @param bytes its length
 * @param content what it says; null where that cannot be read
 * @param errors why not
 */
public record Line(long number, int bytes, @Nullable Content content, List<Violation> errors) {

    static Line unreadable(PhysicalLines.Physical line, int longest) {
        return refused(
                line.number(),
                line.bytes(),
                line.isTooLong() ? "is longer than " + longest + " bytes" : "is not text in UTF-8");
    }

    static Line refused(long number, int bytes, String detail) {
        return new Line(number, bytes, null, List.of(new Violation("", detail)));
    }
}
