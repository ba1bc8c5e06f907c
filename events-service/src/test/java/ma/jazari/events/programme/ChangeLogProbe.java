package ma.jazari.events.programme;

import io.agroal.api.AgroalDataSource;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What the change log has of a record. */
public final class ChangeLogProbe {

    private ChangeLogProbe() {}

    /** Its changes, each as type and version, oldest first. */
    public static List<String> changes(AgroalDataSource database, String id) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select type, subject_version from change_log where subject_id = ? order by position")) {
            select.setString(1, id);
            try (var row = select.executeQuery()) {
                var changes = new ArrayList<String>();
                while (row.next()) {
                    changes.add(row.getString(1) + " " + row.getLong(2));
                }
                return changes;
            }
        }
    }
}
