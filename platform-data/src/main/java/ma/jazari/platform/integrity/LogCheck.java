package ma.jazari.platform.integrity;

import static ma.jazari.platform.integrity.Finding.Kind.NO_LOG;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import ma.jazari.platform.changelog.LongRead;
import ma.jazari.platform.changelog.Subject;
import org.jspecify.annotations.Nullable;

/** One run of the check, through the whole log and then through the tables of its records. */
final class LogCheck {

    // Along the unique index on (subject_type, subject_id, subject_version).
    private static final String LOG =
            """
            select subject_type, subject_id, subject_version, type, at, actor, entry, hash, state::text, private_part::text
            from change_log order by subject_type, subject_id, subject_version
            """;
    private static final int HEADS_AT_ONCE = 200;
    private static final long CHARS_AT_ONCE = 4_000_000;

    private final Map<String, CurrentRecords> types;
    private final Report report;
    private final Runnable forget;
    private final Heads heads = new Heads();
    private final TreeSet<String> notCompared = new TreeSet<>();
    private final List<Link> waiting = new ArrayList<>();
    private long waitingChars;
    private @Nullable ChainCheck chain;

    /** @param forget called when records that were read are not needed any more */
    LogCheck(Map<String, CurrentRecords> types, Report report, Runnable forget) {
        this.types = types;
        this.report = report;
        this.forget = forget;
    }

    void run(Connection connection) throws SQLException {
        log(connection);
        for (var records : types.values()) {
            recordsWithoutLog(connection, records);
        }
        report.result(heads.count(), heads.digests(), List.copyOf(notCompared));
    }

    private void log(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement(LOG)) {
            select.setFetchSize(LongRead.FETCH_SIZE);
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    check(Link.of(row(row)));
                    report.checked();
                }
            }
        }
        endRecord();
        compare();
    }

    private static LogRow row(ResultSet row) throws SQLException {
        return new LogRow(
                new Subject(row.getString(1), row.getString(2)),
                row.getLong(3),
                row.getString(4),
                row.getTimestamp(5).toInstant(),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getString(10));
    }

    private void check(Link link) {
        var last = chain == null ? null : chain.last();
        if (last != null && !last.subject().equals(link.subject())) {
            endRecord();
        }
        if (chain == null) {
            chain = new ChainCheck(report::finding);
        }
        chain.check(link);
    }

    private void endRecord() {
        var head = chain == null ? null : chain.last();
        chain = null;
        if (head == null) {
            return;
        }
        heads.add(head);
        if (!waiting.isEmpty()
                && !waiting.getFirst().subject().type().equals(head.subject().type())) {
            compare();
        }
        waiting.add(head);
        waitingChars += head.row().state().length();
        if (waiting.size() == HEADS_AT_ONCE || waitingChars > CHARS_AT_ONCE) {
            compare();
        }
    }

    /** Compares the records whose log was checked with what their tables hold. */
    private void compare() {
        if (waiting.isEmpty()) {
            return;
        }
        var type = waiting.getFirst().subject().type();
        var records = types.get(type);
        if (records == null) {
            notCompared.add(type);
        } else {
            new PresentCheck(records, report::finding).check(waiting);
            forget.run();
        }
        waiting.clear();
        waitingChars = 0;
        report.stillThere();
    }

    private void recordsWithoutLog(Connection connection, CurrentRecords records) throws SQLException {
        var sql = "select t.id::text, t.version, exists (select from change_log c where c.subject_type = ?"
                + " and c.subject_id = t.id::text) from " + records.table() + " t";
        try (var select = connection.prepareStatement(sql)) {
            select.setFetchSize(LongRead.FETCH_SIZE);
            select.setString(1, records.type());
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    if (!row.getBoolean(3)) {
                        report.finding(new Finding(
                                NO_LOG,
                                records.table(),
                                new Subject(records.type(), row.getString(1)),
                                row.getLong(2),
                                "The record has no entry in the log: the row was added, or its log was deleted."));
                    }
                    report.stillThere();
                }
            }
        }
    }
}
