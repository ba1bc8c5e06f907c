package ma.jazari.institutes.intake;

import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import ma.jazari.institutes.institute.Institute;
import ma.jazari.institutes.institute.InstituteKind;
import ma.jazari.institutes.institute.InstituteRequest;
import ma.jazari.institutes.institute.InstituteStatus;
import ma.jazari.platform.json.JsonBinder;
import org.jspecify.annotations.Nullable;

/** Holds each line, in the order of the file, against the rules, the registry and the lines before it. */
final class Decider {

    private static final Set<InstituteStatus> BEGINNINGS =
            Set.of(InstituteStatus.DRAFT, InstituteStatus.PENDING, InstituteStatus.ACTIVE);

    private final Intake intake;
    private final Known known;
    private final JsonBinder binder;
    private final Iterator<String> freshIds;
    private final String freshRootId;
    private final Repetitions repetitions;
    private final ParentRules parents;

    /** @param freshIds an id that was never used for each of the lines */
    Decider(Intake intake, Known known, JsonBinder binder, List<String> freshIds, String freshRootId) {
        this.intake = intake;
        this.known = known;
        this.binder = binder;
        this.freshIds = freshIds.iterator();
        this.freshRootId = freshRootId;
        this.repetitions = new Repetitions(intake.seen(), binder);
        this.parents = new ParentRules(intake.tree());
    }

    Decision decide(Candidate candidate) {
        if (candidate.isSound()) {
            repetitions.refuse(candidate);
        }
        if (candidate.isSound()) {
            candidate.asksFor(placed(candidate));
            if (candidate.isNew()) {
                lookForNamesakes(candidate);
            }
        }
        if (!candidate.isSound()) {
            return candidate.rejected();
        }
        var stored = candidate.stored();
        var decision = stored == null ? create(candidate) : update(candidate, stored);
        if (!(decision instanceof Decision.Reject)) {
            repetitions.note(candidate);
        }
        return decision;
    }

    /** As a single write does: an INSTITUTE that names no parent belongs to the root. */
    private InstituteRequest placed(Candidate candidate) {
        var request = candidate.request();
        var stored = candidate.stored();
        boolean toPlace = request.kind() == InstituteKind.INSTITUTE
                && request.parentId() == null
                && (stored == null || stored.parentId() != null);
        return toPlace
                ? request.under(intake.tree().root().map(ParentTree.Node::id).orElse(null))
                : request;
    }

    private void lookForNamesakes(Candidate candidate) {
        var names = repetitions.names(candidate);
        var namesakes = known.namesakes(names).toList();
        if (Resolver.becomesIfSame(candidate, namesakes, binder)) {
            repetitions.refuse(candidate);
        } else if (!intake.isConfirmed()) {
            repetitions.refuseNames(candidate, names);
            namesakes.stream()
                    .findFirst()
                    .ifPresent(namesake -> candidate.refuse(
                            "/names",
                            "is the name of the institute " + namesake.id()
                                    + " already. If it is the same, give its id; if not, import with confirmed=true"));
        }
    }

    private Decision create(Candidate candidate) {
        var request = candidate.request();
        var status = Objects.requireNonNullElse(candidate.envelope().status(), InstituteStatus.DRAFT);
        if (!BEGINNINGS.contains(status)) {
            candidate.refuse("/status", "must be DRAFT, PENDING or ACTIVE for a new institute");
        }
        if (request.kind() == InstituteKind.ROOT) {
            intake.tree()
                    .root()
                    .ifPresent(root -> candidate.refuse("/kind", "the network has its root already: " + root.id()));
        }
        parents.check(candidate, status == InstituteStatus.ACTIVE);
        if (!candidate.isSound()) {
            return candidate.rejected();
        }
        var id = request.kind() == InstituteKind.ROOT ? freshRootId : freshIds.next();
        if (request.kind() == InstituteKind.ROOT) {
            intake.tree().put(new ParentTree.Node(id, null, status, true));
        }
        return new Decision.Create(id, request, status);
    }

    private Decision update(Candidate candidate, Institute stored) {
        var request = candidate.request();
        refuseMove(candidate, stored);
        boolean same = request.equals(stored.written().normal());
        if (same && candidate.isSound()) {
            return new Decision.Unchanged();
        }
        if (!same) {
            refuseOvertaken(candidate, stored);
            if (!Objects.equals(request.parentId(), stored.parentId())) {
                parents.check(candidate, stored.status().isPublished());
            }
        }
        if (!candidate.isSound()) {
            return candidate.rejected();
        }
        moveInTree(stored, request.parentId());
        return new Decision.Update(stored, request);
    }

    private static void refuseMove(Candidate candidate, Institute stored) {
        var status = candidate.envelope().status();
        if (status != null && status != stored.status()) {
            candidate.refuse(
                    "/status",
                    "the institute " + stored.id() + " is " + stored.status()
                            + "; an import moves nobody, use its transitions");
        }
    }

    private static void refuseOvertaken(Candidate candidate, Institute stored) {
        var version = candidate.envelope().version();
        if (version != null && version != stored.version()) {
            candidate.refuse(
                    "/version",
                    "the institute " + stored.id() + " is at version " + stored.version()
                            + "; what the line is based on was overtaken");
        }
        if (stored.successorId() != null) {
            candidate.refuse(
                    "/id",
                    "the institute " + stored.id() + " was merged into " + stored.successorId() + "; change that one");
        }
        var kind = candidate.request().kind();
        if (kind != stored.kind() && (kind == InstituteKind.ROOT || stored.kind() == InstituteKind.ROOT)) {
            candidate.refuse("/kind", "the kind of an institute does not change from or to ROOT");
        }
    }

    private void moveInTree(Institute stored, @Nullable String parentId) {
        if (!Objects.equals(parentId, stored.parentId())) {
            boolean isRoot = stored.kind() == InstituteKind.ROOT;
            intake.tree().put(new ParentTree.Node(stored.id(), parentId, stored.status(), isRoot));
        }
    }
}
