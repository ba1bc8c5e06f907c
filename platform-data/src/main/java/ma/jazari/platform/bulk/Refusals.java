package ma.jazari.platform.bulk;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import ma.jazari.platform.problem.Contention;
import ma.jazari.platform.problem.Problem;

/** What a failed transaction says of its lines, if it is about them and not about the database's own state. */
public final class Refusals {

    // Classes of SQLSTATE: a value that does not fit, a constraint.
    private static final Set<String> OF_THE_LINE = Set.of("22", "23");
    private static final int CLASS_LENGTH = 2;

    private Refusals() {}

    /**
     * Why it was refused.
     *
     * @param isFinal whether it will be again
     */
    public record Refusal(String detail, boolean isFinal) {}

    /** Empty if the failure says nothing of the lines. */
    public static Optional<Refusal> of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return Optional.of(new Refusal(problem.detail(), true));
            }
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return of(sql.getSQLState());
            }
        }
        return Optional.empty();
    }

    private static Optional<Refusal> of(String state) {
        if (Contention.isState(state)) {
            return Optional.of(new Refusal("others are changing the same records; import the line again", false));
        }
        boolean ofTheLine = state.length() > CLASS_LENGTH && OF_THE_LINE.contains(state.substring(0, CLASS_LENGTH));
        return ofTheLine
                ? Optional.of(new Refusal("another write came in between; import the line again", true))
                : Optional.empty();
    }
}
