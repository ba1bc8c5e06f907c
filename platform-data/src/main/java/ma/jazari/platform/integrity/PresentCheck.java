package ma.jazari.platform.integrity;

import static ma.jazari.platform.integrity.Finding.Kind.LOG_AHEAD;
import static ma.jazari.platform.integrity.Finding.Kind.LOG_TRUNCATED;
import static ma.jazari.platform.integrity.Finding.Kind.NO_RECORD;
import static ma.jazari.platform.integrity.Finding.Kind.RECORD_ALTERED;
import static ma.jazari.platform.integrity.Finding.Kind.RECORD_UNREADABLE;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import ma.jazari.platform.changelog.Canonical;
import ma.jazari.platform.changelog.FieldChange;
import ma.jazari.platform.retry.Failures;
import org.jspecify.annotations.Nullable;

/** Compares the last version that the log has of records with what their tables hold. */
final class PresentCheck {

    private static final int LONGEST_VALUE = 80;

    private final CurrentRecords records;
    private final Consumer<Finding> findings;

    PresentCheck(CurrentRecords records, Consumer<Finding> findings) {
        this.records = records;
        this.findings = findings;
    }

    /** @param heads the last link of each record's log */
    void check(List<Link> heads) {
        Map<String, CurrentRecord> found;
        try {
            found = records.find(heads.stream().map(head -> head.subject().id()).toList());
        } catch (RuntimeException e) {
            rethrowOfDatabase(e);
            // One of them is no record any more; which one, and that the others are, shows one by one.
            heads.forEach(this::checkAlone);
            return;
        }
        heads.forEach(head -> check(head, found.get(head.subject().id())));
    }

    private void checkAlone(Link head) {
        CurrentRecord found;
        try {
            found = records.find(List.of(head.subject().id()))
                    .get(head.subject().id());
        } catch (RuntimeException e) {
            rethrowOfDatabase(e);
            found(
                    RECORD_UNREADABLE,
                    records.table(),
                    head,
                    "Its tables do not hold a record any more: " + Failures.rootMessage(e));
            return;
        }
        check(head, found);
    }

    /** What the database refuses says nothing of a record. */
    private static void rethrowOfDatabase(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException) {
                throw failure;
            }
        }
    }

    private void check(Link head, @Nullable CurrentRecord current) {
        if (current == null) {
            found(
                    NO_RECORD,
                    records.table(),
                    head,
                    "The log has the record and the table does not: "
                            + "the row was deleted, or the log was added to.");
        } else if (current.version() != head.version()) {
            versions(head, current.version());
        } else {
            states(head, current);
            current.faults().forEach(fault -> found(RECORD_ALTERED, fault.table(), head, fault.detail()));
        }
    }

    private void versions(Link head, long version) {
        var said = "The record in " + records.table() + " has version " + version + " and its log ends with version "
                + head.version();
        findings.accept(
                version > head.version()
                        ? new Finding(
                                LOG_TRUNCATED,
                                Finding.LOG,
                                head.subject(),
                                version,
                                said + ": the end of its log was deleted, or the row was altered.")
                        : new Finding(
                                LOG_AHEAD,
                                Finding.LOG,
                                head.subject(),
                                head.version(),
                                said + ": an entry was added to the log, or the row was put back."));
    }

    private void states(Link head, CurrentRecord current) {
        var now = Canonical.normal(current.image().state());
        if (!Canonical.sha256(Canonical.json(now)).equals(head.said("stateDigest"))) {
            publicState(head, now);
        }
        var hidden = current.image().privateState();
        var privateNow = hidden == null ? JsonNodeFactory.instance.objectNode() : Canonical.normal(hidden);
        var changes = FieldChange.between(Canonical.normal(head.privateState()), privateNow);
        byTable(changes)
                .forEach((table, differing) -> found(
                        RECORD_ALTERED,
                        table,
                        head,
                        "What is private of the record is not what the log says: "
                                + String.join(
                                        ", ",
                                        differing.stream()
                                                .map(FieldChange::pointer)
                                                .toList()) + "."));
    }

    private void publicState(Link head, ObjectNode now) {
        if (head.state() == null || !head.stateHolds()) {
            found(
                    RECORD_ALTERED,
                    records.table(),
                    head,
                    "The record is not the one that the last entry of its log was made for.");
            return;
        }
        byTable(FieldChange.between(Canonical.normal(head.state()), now))
                .forEach((table, changes) -> found(RECORD_ALTERED, table, head, said(changes)));
    }

    private Map<String, List<FieldChange>> byTable(List<FieldChange> changes) {
        var byTable = new TreeMap<String, List<FieldChange>>();
        changes.forEach(
                change -> byTable.merge(records.table(change.pointer()), List.of(change), PresentCheck::joined));
        return byTable;
    }

    private static List<FieldChange> joined(List<FieldChange> some, List<FieldChange> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private static String said(List<FieldChange> changes) {
        return String.join(
                        "; ",
                        changes.stream()
                                .map(change -> change.pointer() + " is " + value(change.to()) + " in the table and "
                                        + value(change.from()) + " in the log")
                                .toList())
                + ".";
    }

    private static String value(@Nullable Object value) {
        var text = value == null ? "absent" : value.toString();
        return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "…";
    }

    private void found(Finding.Kind kind, String table, Link head, String detail) {
        findings.accept(new Finding(kind, table, head.subject(), head.version(), detail));
    }
}
