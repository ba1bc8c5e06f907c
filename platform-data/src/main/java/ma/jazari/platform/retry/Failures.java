package ma.jazari.platform.retry;

import java.sql.SQLException;
import java.util.Set;

/** What a failure means for whoever thinks of trying again. */
public final class Failures {

    // Connection, transaction rolled back or read-only, out of resources, waited too long, shutting down.
    private static final Set<String> PASSING = Set.of("08", "25", "40", "53", "55", "57");
    private static final int CLASS_LENGTH = 2;

    private Failures() {}

    /** Whether the database could not do it now, but may later: by the class of the SQLSTATE. */
    public static boolean isPassing(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql
                    && sql.getSQLState() != null
                    && sql.getSQLState().length() > CLASS_LENGTH) {
                return PASSING.contains(sql.getSQLState().substring(0, CLASS_LENGTH));
            }
        }
        return false;
    }

    /** The message of the first cause, for a log line. */
    public static String rootMessage(Throwable failure) {
        var cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getClass().getSimpleName() + ": " + cause.getMessage();
    }
}
