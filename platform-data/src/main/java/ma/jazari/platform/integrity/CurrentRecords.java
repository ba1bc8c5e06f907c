package ma.jazari.platform.integrity;

import java.util.Collection;
import java.util.Map;

/**
 * The records of one type as their tables hold them now; a service has one for each type that its log is of. It composes
 * a record by the very code that writes it into the log, so that the two differ only where somebody else wrote.
 *
 * <p>A release that gives records a new member which is never absent gives each record a new version, too: otherwise all
 * of those that were logged before it would differ.
 */
public interface CurrentRecords {

    /** The type, as the log names its subjects. */
    String type();

    /** The table that has one row for each record, with {@code id} and {@code version}. */
    String table();

    /**
     * The table that a member of the record's state lies in.
     *
     * @param pointer JSON Pointer into the state
     */
    default String table(String pointer) {
        return table();
    }

    /** The records with these ids, as far as there are any. Reads in the transaction that is running. */
    Map<String, CurrentRecord> find(Collection<String> ids);
}
