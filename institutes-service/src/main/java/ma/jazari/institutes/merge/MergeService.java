package ma.jazari.institutes.merge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import ma.jazari.institutes.institute.Institute;
import ma.jazari.institutes.institute.InstituteLog;
import ma.jazari.institutes.institute.InstituteRepository;
import ma.jazari.institutes.institute.TransitionRequest;
import ma.jazari.institutes.merge.MergeEffects.Moved;
import ma.jazari.institutes.merge.MergePlan.DroppedPart;
import ma.jazari.institutes.merge.MergePlan.DroppedRelationship;
import ma.jazari.institutes.merge.MergePlan.Side;
import ma.jazari.institutes.part.Parts;
import ma.jazari.platform.http.ExpectedVersion;
import ma.jazari.platform.id.PublicId;
import ma.jazari.platform.id.Uuids;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.security.Actor;
import org.jspecify.annotations.Nullable;

/** Merges one institute into another. A merge is one transaction and leaves one entry in the log of each record. */
@ApplicationScoped
public class MergeService {

    private final MergeRecords records;
    private final MergeRepository merges;
    private final MergeRules rules;
    private final PartRows parts;
    private final RelationshipRows relationships;
    private final InstituteRepository institutes;
    private final InstituteLog log;
    private final EntityManager entities;
    private final Clock clock;

    MergeService(
            MergeRecords records,
            MergeRepository merges,
            MergeRules rules,
            PartRows parts,
            RelationshipRows relationships,
            InstituteRepository institutes,
            InstituteLog log,
            EntityManager entities,
            Clock clock) {
        this.records = records;
        this.merges = merges;
        this.rules = rules;
        this.parts = parts;
        this.relationships = relationships;
        this.institutes = institutes;
        this.log = log;
        this.entities = entities;
        this.clock = clock;
    }

    /**
     * Merges the institute into the successor that the move names.
     *
     * @throws Problem 400 for a successor that cannot be, 409 where a rule of the network is against it
     */
    @Transactional
    public Institute merge(String id, ExpectedVersion expected, TransitionRequest move, Actor actor) {
        var successorId = successorOf(id, move);
        var around = records.aroundMerge(id, successorId);
        var locked = records.lock(around);
        var source = rules.source(locked.get(id), id, expected, actor);
        var successor = rules.successor(locked.get(successorId), successorId, actor);
        if (!around.containsAll(records.aroundMerge(id, successorId))) {
            throw Problem.conflict("Another institute was linked to it just now. Send the request again.");
        }
        var plan = plan(source, successor);
        var merge = carryOut(plan, locked, new Merging(source, successor, move.reason(), actor));
        merges.add(merge);
        return source;
    }

    /**
     * What merging the institute would do; nothing is changed.
     *
     * @throws Problem as the merge itself would
     */
    @Transactional
    public PlannedMerge preview(String id, ExpectedVersion expected, TransitionRequest move, Actor actor) {
        var successorId = successorOf(id, move);
        var found = records.read(List.of(id, successorId));
        var source = rules.source(found.get(id), id, expected, actor);
        var successor = rules.successor(found.get(successorId), successorId, actor);
        // What happens to them from here on is never written.
        entities.detach(source);
        entities.detach(successor);
        var plan = plan(source, successor);
        var before = source.status();
        apply(plan, source, successor, clock.instant());
        return new PlannedMerge(source, successor, before, plan);
    }

    private static String successorOf(String id, TransitionRequest move) {
        PublicId.checked(Institute.ID_PREFIX, id);
        var successorId = Objects.requireNonNull(move.successorId(), "the request was checked");
        if (successorId.equals(id)) {
            throw Problem.invalid("/successorId", "must be another institute");
        }
        return successorId;
    }

    private MergePlan plan(Institute source, Institute successor) {
        var growing = side(successor);
        var plan = MergePlan.of(
                side(source),
                growing,
                records.childrenOf(source.id()),
                institutes.isSameOrAbove(source.id(), successor.id()));
        MergeRules.checkRoom(plan.tooMany(growing.holdings(), Parts.MAX_PARTS));
        rules.checkFits(plan.gains().addedTo(successor.state(), successor.written()));
        return plan;
    }

    private Side side(Institute institute) {
        var id = institute.id();
        return new Side(institute.state(), new Holdings(parts.of(id), relationships.of(id)));
    }

    /** The two records as they are after the merge. */
    private static void apply(MergePlan plan, Institute source, Institute successor, Instant now) {
        var written = plan.gains().addedTo(successor.state(), successor.written());
        successor.change(plan.successorParent() == null ? written : written.under(plan.successorParent()), now);
        source.mergeInto(successor.id(), now);
    }

    private Merge carryOut(MergePlan plan, NavigableMap<String, Institute> locked, Merging merging) {
        var source = merging.source();
        var successor = merging.successor();
        var before = source.status();
        var parentBefore = plan.successorParent() == null ? null : successor.parentId();
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        apply(plan, source, successor, now);
        var others = plan.others(successor.id()).stream().map(locked::get).toList();
        MergeRecords.change(others, plan.children(), successor.id(), now);
        var moved = moveHoldings(plan, new Move(source.id(), successor.id(), now));
        append(others, merging);
        var effects = MergeEffects.of(plan, moved, parentBefore, List.of(source, successor));
        return new Merge(Uuids.next(), source.id(), successor.id(), before, now, merging.by(), effects);
    }

    private Moved moveHoldings(MergePlan plan, Move move) {
        var droppedParts = parts.drop(plan.droppedParts().stream()
                .map(DroppedPart::part)
                .map(Part::id)
                .toList());
        var droppedRelationships = relationships.drop(plan.droppedRelationships().stream()
                .map(DroppedRelationship::relationship)
                .toList());
        parts.move(plan.parts(), move);
        relationships.move(plan.relationships(), move);
        return new Moved(droppedParts, droppedRelationships, plan.linked() ? List.of() : relationships.link(move));
    }

    /** The source first: it lets go of the keys that the successor takes. */
    private void append(List<Institute> others, Merging merging) {
        log.append("institute.merged", merging.source(), merging.reason(), merging.actor());
        log.append("institute.absorbed", merging.successor(), merging.reason(), merging.actor());
        log.appendAll(InstituteLog.Happened.toAll("institute.updated", others), merging.reason(), merging.actor());
    }

    /** Who is merged into whom, why and by whom. */
    private record Merging(Institute source, Institute successor, @Nullable String reason, Actor actor) {

        String by() {
            return Objects.requireNonNullElse(actor.sub(), actor.name());
        }
    }
}
