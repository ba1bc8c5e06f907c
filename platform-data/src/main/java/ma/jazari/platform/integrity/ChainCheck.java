package ma.jazari.platform.integrity;

import static ma.jazari.platform.integrity.Finding.Kind.CHAIN_BROKEN;
import static ma.jazari.platform.integrity.Finding.Kind.CHANGES_ALTERED;
import static ma.jazari.platform.integrity.Finding.Kind.COLUMN_ALTERED;
import static ma.jazari.platform.integrity.Finding.Kind.ENTRY_ALTERED;
import static ma.jazari.platform.integrity.Finding.Kind.PRIVATE_PART_ALTERED;
import static ma.jazari.platform.integrity.Finding.Kind.STATE_ALTERED;
import static ma.jazari.platform.integrity.Finding.Kind.VERSION_MISSING;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import ma.jazari.platform.changelog.Canonical;
import ma.jazari.platform.changelog.Entry;
import org.jspecify.annotations.Nullable;

/** Checks the log of one record, version by version: each row by itself, and against the row before it. */
final class ChainCheck {

    private final Consumer<Finding> findings;
    private @Nullable Link before;

    ChainCheck(Consumer<Finding> findings) {
        this.findings = findings;
    }

    /** Checks the next row; they come by version. */
    void check(Link link) {
        entry(link);
        columns(link);
        state(link);
        privatePart(link);
        version(link);
        if (follows(link)) {
            chain(link);
            changes(link);
            privateChanges(link);
        }
        before = link;
    }

    /** The last row that was checked; null if none was. */
    @Nullable Link last() {
        return before;
    }

    private void entry(Link link) {
        if (!link.entryHash().equals(link.row().hash())) {
            found(
                    ENTRY_ALTERED,
                    link,
                    "The SHA-256 of the entry is " + link.entryHash() + " and not the hash beside it, "
                            + link.row().hash() + ": one of the two was altered.");
        }
        if (!isCanonical(link)) {
            found(
                    ENTRY_ALTERED,
                    link,
                    "The entry is not JSON in its canonical form: it was not written by the registry.");
        }
    }

    private static boolean isCanonical(Link link) {
        try {
            return link.entry() != null
                    && Canonical.ofText(link.row().entry()).equals(link.row().entry());
        } catch (IOException e) {
            return false;
        }
    }

    private void columns(Link link) {
        if (link.entry() == null) {
            return;
        }
        var row = link.row();
        var subject = link.entry().path("subject");
        var actor = link.entry().path("actor");
        var columns = new LinkedHashMap<String, Boolean>();
        columns.put("type", row.type().equals(link.said("type")));
        columns.put(
                "subject_type", row.subject().type().equals(subject.path("type").asText()));
        columns.put("subject_id", row.subject().id().equals(subject.path("id").asText()));
        columns.put("subject_version", String.valueOf(row.version()).equals(link.said("version")));
        columns.put("at", row.at().toString().equals(link.said("at")));
        columns.put(
                "actor",
                row.actor().equals(actor.path("sub").asText(actor.path("name").asText())));
        var altered = columns.entrySet().stream()
                .filter(column -> !column.getValue())
                .map(column -> column.getKey())
                .collect(Collectors.joining(", "));
        if (!altered.isEmpty()) {
            found(COLUMN_ALTERED, link, "These columns say something else than the entry: " + altered + ".");
        }
    }

    private void state(Link link) {
        if (!link.stateHolds()) {
            found(STATE_ALTERED, link, "The state does not have the digest that the entry names: it was altered.");
        }
    }

    private void privatePart(Link link) {
        var part = link.privatePart();
        boolean holds = part == null
                ? link.row().privatePart() == null
                        && link.said("privateChangesDigest").isEmpty()
                : Entry.digest(part).equals(link.said("privateChangesDigest"));
        if (!holds) {
            found(
                    PRIVATE_PART_ALTERED,
                    link,
                    part == null
                            ? "The private part that the entry was made for is gone."
                            : "The private changes do not have the digest that the entry names: they were altered, or added.");
        }
    }

    private void version(Link link) {
        long expected = before == null ? 1 : before.version() + 1;
        if (link.version() > expected) {
            found(
                    VERSION_MISSING,
                    link,
                    expected + 1 == link.version()
                            ? "The version before it, " + expected + ", is missing: it was deleted."
                            : "The versions " + expected + " to " + (link.version() - 1)
                                    + " before it are missing: they were deleted.");
        } else if (link.version() < expected) {
            found(VERSION_MISSING, link, "A record's versions begin with 1: the row was added.");
        }
    }

    /** Whether the row before is known to be the one that this was made after. */
    private boolean follows(Link link) {
        return link.version() == (before == null ? 1 : before.version() + 1);
    }

    private void chain(Link link) {
        var named = link.said("previousHash");
        if (before == null) {
            if (!named.isEmpty()) {
                found(CHAIN_BROKEN, link, "The entry names one before it, and there is none before the first.");
            }
        } else if (!named.equals(before.row().hash()) && !named.equals(before.entryHash())) {
            found(
                    CHAIN_BROKEN,
                    link,
                    "The entry was made after one with the hash " + named + ", and version " + before.version()
                            + " has " + before.row().hash() + ": one of the two was written anew.");
        }
    }

    private void changes(Link link) {
        if (link.state() == null || !link.stateHolds() || (before != null && !before.stateHolds())) {
            return;
        }
        var from = before == null || before.state() == null ? none() : before.state();
        if (!areDifference(link.entry() == null ? null : link.entry().get("changes"), from, link.state())) {
            found(
                    CHANGES_ALTERED,
                    link,
                    "The changes that the entry tells are not those between the states before and after it.");
        }
    }

    private void privateChanges(Link link) {
        var from = before == null ? none() : before.privateState();
        var to = link.privateState();
        var part = link.privatePart();
        boolean holds = part == null ? from.isEmpty() && to.isEmpty() : areDifference(part.get("changes"), from, to);
        if (!holds) {
            found(
                    PRIVATE_PART_ALTERED,
                    link,
                    "The private changes are not those between the private states before and after: "
                            + "one of the states was altered.");
        }
    }

    /** As the log compares: what it reads back, with what it is about to write. */
    private static boolean areDifference(@Nullable JsonNode told, ObjectNode from, ObjectNode to) {
        return told != null
                && (told.equals(Entry.changes(from, to)) || told.equals(Entry.changes(from, Canonical.normal(to))));
    }

    private static ObjectNode none() {
        return JsonNodeFactory.instance.objectNode();
    }

    private void found(Finding.Kind kind, Link link, String detail) {
        findings.accept(Finding.inLog(kind, link.row(), detail));
    }
}
