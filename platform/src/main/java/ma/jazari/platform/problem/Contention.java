package ma.jazari.platform.problem;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a database answers where it had more to do at once than it could; nothing was written, and it can be tried again. */
public final class Contention {

    // A serialization failure, a deadlock, a lock that others have held for too long, and a statement that took longer
    // than it may.
    private static final Set<String> STATES = Set.of("40001", "40P01", "55P03", "57014");

    private Contention() {}

    /** Whether the SQLSTATE says so. */
    public static boolean isState(@Nullable String sqlState) {
        return sqlState != null && STATES.contains(sqlState);
    }

    /** Whether the failure comes of it. */
    static boolean isBehind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && isState(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
