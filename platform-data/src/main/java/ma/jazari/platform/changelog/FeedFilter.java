package ma.jazari.platform.changelog;

import java.util.List;
import java.util.regex.Pattern;
import ma.jazari.platform.problem.Problem;

/**
 * Which changes a reader of the feed wants.
 *
 * @param types names such as {@code institute.activated}, or {@code institute.*}; empty for all
 * @param subjects ids of the records; empty for all
 */
public record FeedFilter(List<String> types, List<String> subjects) {

    private static final Pattern TYPE = Pattern.compile("[a-z][a-z-]*\\.(\\*|[a-z][a-z-]*)");
    private static final int MOST_SUBJECTS = 100;

    /** @throws Problem 400 for a type that is none, or too many subjects */
    public FeedFilter {
        types = List.copyOf(types);
        subjects = List.copyOf(subjects);
        types.forEach(FeedFilter::check);
        if (subjects.size() > MOST_SUBJECTS) {
            throw Problem.invalid("subjectIds", "may name " + MOST_SUBJECTS + " records");
        }
    }

    private static void check(String type) {
        if (!TYPE.matcher(type).matches()) {
            throw Problem.invalid(
                    "types", "\"" + type + "\" is no type; expected for instance institute.activated or institute.*");
        }
    }

    Object[] patterns() {
        return types.stream().map(type -> type.replace("*", "%")).toArray();
    }
}
