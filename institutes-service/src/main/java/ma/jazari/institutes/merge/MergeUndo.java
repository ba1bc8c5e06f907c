package ma.jazari.institutes.merge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.jazari.institutes.institute.Institute;
import ma.jazari.institutes.institute.InstituteLog;
import ma.jazari.institutes.institute.TransitionRequest;
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
    private final HoldingUndo holdings;
    private final InstituteLog log;
    private final Clock clock;

    MergeUndo(
            MergeRecords records,
            MergeRepository merges,
            UndoRules rules,
            HoldingUndo holdings,
            InstituteLog log,
            Clock clock) {
        this.records = records;
        this.merges = merges;
        this.rules = rules;
        this.holdings = holdings;
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
        var asked = Stream.of(merge.sourceId(), merge.effects().parentBefore())
                .filter(Objects::nonNull)
                .toList();
        var plan = UndoPlan.of(merge, locked, records.parentsAbove(asked));
        var given = holdings.undo(merge, undoing.back(), locked);
        restoreRecords(undoing, plan);
        var others = Stream.concat(plan.children().stream(), given.related().stream())
                .distinct()
                .sorted()
                .map(locked::get)
                .toList();
        MergeRecords.change(others, plan.children(), merge.sourceId(), undoing.now());
        // The history of a published record is public: it names no institute that is not.
        var stay = plan.left().stream().map(left -> Optional.ofNullable(locked.get(left))
                .filter(one -> one.status().isPublished())
                .map(one -> "institute " + left)
                .orElse("an institute that is not public"));
        return new Report(others, Stream.concat(stay, given.left().stream()).toList());
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
        log.appendAll(InstituteLog.Happened.toAll("institute.updated", report.others()), reason, actor);
        log.append("institute.restored", undoing.source(), reason, actor);
    }

    private record Undoing(Merge merge, Institute source, Institute successor, Instant now) {

        Move back() {
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
