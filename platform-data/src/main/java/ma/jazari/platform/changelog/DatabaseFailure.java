package ma.jazari.platform.changelog;

import java.sql.SQLException;

/** The database refused or could not be reached while doing something of the platform's own. */
public final class DatabaseFailure extends RuntimeException {

    public DatabaseFailure(String doing, SQLException cause) {
        super("Could not " + doing, cause);
    }
}
