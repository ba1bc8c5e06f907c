package ma.jazari.institutes.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import ma.jazari.institutes.institute.Institute;
import ma.jazari.institutes.institute.InstituteLog;
import ma.jazari.institutes.institute.TransitionRequest;
import ma.jazari.institutes.merge.HoldingMoves.Move;
import ma.jazari.platform.http.ExpectedVersion;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.security.Actor;
import org.jspecify.annotations.Nullable;

/** Takes merges back. What others have changed since the merge stays as it is, and is named in the history. */
@ApplicationScoped
public class MergeUndo {

    private static final int LEFT_NAMED = 20;

    private final MergeRecords records;
    private final MergeRepository merges;
    private final UndoRules rules;
    private final HoldingRows holdings;
    private final HoldingMoves moves;
    private final InstituteLog log;
    private final Clock clock;

    MergeUndo(
            MergeRecords records,
            MergeRepository merges,
            UndoRules rules,
            HoldingRows holdings,
            HoldingMoves moves,
            InstituteLog log,
            Clock clock) {
        this.records = records;
        this.merges = merges;
        this.rules = rules;
        this.holdings = holdings;
        this.moves = moves;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Makes a merged institute again what it was before.
     *
     * @throws Problem 409 where that is not possible any more, and why
     */
    @Transactional
    public Institute undo(String id, ExpectedVersion expected, TransitionRequest move, Actor actor) {
        var touched = merges.inForce(id)
                .map(found -> found.effects().touched())
                .orElseThrow(() -> Problem.conflict("The merge was taken back already."));
        var locked = records.lock(touched);
        var source = Objects.requireNonNull(locked.get(id), "a record is never deleted");
        expected.check(source.version());
        var merge = merges.inForce(id).orElseThrow(() -> Problem.conflict("The merge was taken back already."));
        var successor = Objects.requireNonNull(locked.get(merge.successorId()), "a record is never deleted");
        rules.check(merge, move.to(), source, successor);
        var undoing = new Undoing(merge, source, successor, clock.instant().truncatedTo(ChronoUnit.MICROS));
        var report = carryOut(undoing, locked);
        append(undoing, report, report.added(move.reason()), actor);
        merges.undone(merge, undoing.now());
        return source;
    }

    private Report carryOut(Undoing undoing, NavigableMap<String, Institute> locked) {
        var merge = undoing.merge();
        var effects = merge.effects();
        var asked = Stream.of(merge.sourceId(), effects.parentBefore())
                .filter(Objects::nonNull)
                .toList();
        var plan = UndoPlan.of(merge, locked, records.parentsAbove(asked));
        var left = new ArrayList<String>();
        plan.left().forEach(id -> left.add("institute " + id));
        var related = new TreeSet<String>();
        parts(undoing, left);
        relationships(undoing, left, related);
        droppedRelationships(undoing, locked, left, related);
        moves.dropRelationships(effects.predecessorLink());
        related.removeAll(List.of(merge.sourceId(), merge.successorId()));
        restoreRecords(undoing, plan);
        var others = Stream.concat(plan.children().stream(), related.stream())
                .distinct()
                .sorted()
                .map(locked::get)
                .toList();
        others.forEach(one -> {
            if (plan.children().contains(one.id())) {
                one.moveUnder(merge.sourceId(), undoing.now());
            } else {
                one.touch(undoing.now());
            }
        });
        return new Report(others, left);
    }

    private void parts(Undoing undoing, List<String> left) {
        var effects = undoing.merge().effects();
        var moved = moves.parts(effects.parts(), undoing.move());
        effects.parts().stream()
                .filter(part -> !moved.contains(part.id()))
                .forEach(part -> left.add(part.kind().name().toLowerCase(Locale.ROOT) + " " + part.id()));
        var restored = moves.restoreCompetencies(effects.droppedParts());
        ids(effects.droppedParts()).filter(id -> !restored.contains(id)).forEach(id -> left.add("competency " + id));
    }

    private void relationships(Undoing undoing, List<String> left, Collection<String> related) {
        var merge = undoing.merge();
        var before = merge.effects().relationships();
        var now = holdings.relationships(before.stream().map(Relationship::id).toList());
        var own = holdings.relationships(merge.sourceId());
        var back = now.stream()
                .filter(one -> one.instituteId().equals(merge.successorId()) && !one.otherHasEnded())
                .filter(one -> before.stream()
                        .anyMatch(old ->
                                old.id().equals(one.id()) && old.otherId().equals(one.otherId())))
                .filter(one -> own.stream().noneMatch(one::isSameAs))
                .toList();
        moves.relationships(back, undoing.move());
        back.forEach(one -> related.add(one.otherId()));
        before.stream()
                .map(Relationship::id)
                .filter(id -> back.stream().noneMatch(one -> one.id().equals(id)))
                .forEach(id -> left.add("relationship " + id));
    }

    /** Those of which neither side has ended since. */
    private void droppedRelationships(
            Undoing undoing, Map<String, Institute> locked, List<String> left, Collection<String> related) {
        var merge = undoing.merge();
        var rows = merge.effects().droppedRelationships();
        var possible = rows.arrayNode();
        rows.forEach(row -> {
            var other = locked.get(otherOf(row, merge.sourceId()));
            if (other != null && !other.status().isEnded()) {
                possible.add(row);
            }
        });
        var restored = moves.restoreRelationships(possible);
        rows.forEach(row -> {
            if (restored.contains(id(row))) {
                related.add(otherOf(row, merge.sourceId()));
            } else {
                left.add("relationship " + id(row));
            }
        });
    }

    private static String otherOf(JsonNode row, String sourceId) {
        var institute = row.path("institute_id").asText();
        return institute.equals(sourceId) ? row.path("other_id").asText() : institute;
    }

    private static Stream<UUID> ids(ArrayNode rows) {
        return StreamSupport.stream(rows.spliterator(), false).map(MergeUndo::id);
    }

    private static UUID id(JsonNode row) {
        return UUID.fromString(row.path("id").asText());
    }

    private static void restoreRecords(Undoing undoing, UndoPlan plan) {
        var successor = undoing.successor();
        var written = undoing.merge().effects().gains().takenFrom(successor.state(), successor.written());
        successor.change(
                plan.successorParent() == null ? written : written.under(plan.successorParent()), undoing.now());
        undoing.source().restore(undoing.merge().sourceStatus(), undoing.now());
    }

    /** The successor first: it lets go of the keys that the source takes back. */
    private void append(Undoing undoing, Report report, @Nullable String reason, Actor actor) {
        log.append("institute.updated", undoing.successor(), reason, actor);
        report.others().forEach(one -> log.append("institute.updated", one, reason, actor));
        log.append("institute.restored", undoing.source(), reason, actor);
    }

    private record Undoing(Merge merge, Institute source, Institute successor, Instant now) {

        Move move() {
            return new Move(merge.successorId(), merge.sourceId(), now);
        }
    }

    /** The other records that changed, and what stays as it is. */
    private record Report(List<Institute> others, List<String> left) {

        /** The reason, and what was left, for the history. */
        @Nullable String added(@Nullable String reason) {
            if (left.isEmpty()) {
                return reason;
            }
            var named = left.stream().limit(LEFT_NAMED).collect(Collectors.joining(", "));
            var more = left.size() > LEFT_NAMED ? " and " + (left.size() - LEFT_NAMED) + " more" : "";
            return (reason == null ? "" : reason + " ") + "(Changed since the merge and left as it is: " + named + more
                    + ")";
        }
    }
}
