package ma.jazari.platform.integrity;

import ma.jazari.platform.changelog.Subject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something that is not as it was written. */
@Schema(name = "IntegrityFinding", description = "Something in the database that is not as it was written")
public record Finding(
        Kind kind,
        @Schema(description = "The table that it lies in", examples = "institute") String table,
        Subject subject,
        @Schema(description = "Of the record", examples = "3") long version,
        @Schema(
                        description = "What is wrong, in words",
                        examples = "/region is MA-05 in the table and MA-03 in the log")
                String detail) {

    static final String LOG = "change_log";

    static Finding inLog(Kind kind, LogRow row, String detail) {
        return new Finding(kind, LOG, row.subject(), row.version(), detail);
    }

    /** What kind of thing it is. */
    @Schema(name = "IntegrityFindingKind")
    public enum Kind {
        /** The entry is not the text that its hash was made of. */
        ENTRY_ALTERED,
        /** A column of the log's row says something else than its entry. */
        COLUMN_ALTERED,
        /** The entry does not follow the one before it. */
        CHAIN_BROKEN,
        /** The log lacks a version between others, or the first. */
        VERSION_MISSING,
        /** The log's state of the record is not the one that the entry was made for. */
        STATE_ALTERED,
        /** The changes that an entry tells are not the difference between the states. */
        CHANGES_ALTERED,
        /** What the log keeps of the record's private part is not what the entry was made for. */
        PRIVATE_PART_ALTERED,
        /** The record has versions that the log does not have: the end of its log is missing. */
        LOG_TRUNCATED,
        /** The log has versions that the record does not have: added to the log, or taken from the record. */
        LOG_AHEAD,
        /** The record is in its table and not in the log. */
        NO_LOG,
        /** The record is in the log and not in its table. */
        NO_RECORD,
        /** The record's tables say something else than the last state of its log. */
        RECORD_ALTERED,
        /** The row cannot be read as a record any more. */
        RECORD_UNREADABLE
    }
}
