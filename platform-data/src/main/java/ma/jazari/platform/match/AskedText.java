package ma.jazari.platform.match;

import ma.jazari.platform.paging.ListQuery;
import ma.jazari.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/** What type-ahead and matching can be asked for, in the parameters of a request. */
public final class AskedText {

    private static final int LONGEST = 2_000;
    private static final int LONGEST_TYPED = 500;
    private static final String USUAL_SUGGESTIONS = "8";
    private static final int MOST_SUGGESTIONS = 20;

    private AskedText() {}

    /**
     * What was typed so far.
     *
     * @throws Problem 400 where there is nothing, or too much
     */
    public static String typed(@Nullable String q) {
        return required("q", q, LONGEST_TYPED);
    }

    /**
     * The text that is to be matched.
     *
     * @throws Problem 400 where there is nothing, or too much
     */
    public static String text(@Nullable String text) {
        return required("text", text, LONGEST);
    }

    /** How many suggestions are wanted, up to 20. */
    public static int suggestions(@Nullable String limit) {
        var query = new ListQuery();
        query.limit = limit == null ? USUAL_SUGGESTIONS : limit;
        return Math.min(query.limit(), MOST_SUGGESTIONS);
    }

    private static String required(String name, @Nullable String value, int longest) {
        if (value == null || value.isBlank()) {
            throw Problem.invalid(name, "is required");
        }
        if (value.length() > longest) {
            throw Problem.invalid(name, "must have at most " + longest + " characters");
        }
        return value;
    }
}
