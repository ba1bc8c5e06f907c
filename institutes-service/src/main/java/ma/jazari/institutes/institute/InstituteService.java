package ma.jazari.institutes.institute;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import ma.jazari.institutes.duplicate.DuplicateCheck;
import ma.jazari.institutes.vocabulary.FocusAreas;
import ma.jazari.platform.http.ExpectedVersion;
import ma.jazari.platform.id.PublicId;
import ma.jazari.platform.json.JsonBinder;
import ma.jazari.platform.json.MergePatch;
import ma.jazari.platform.paging.Page;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.security.Actor;
import org.jspecify.annotations.Nullable;

/** Admits, changes and retires institutes. Every change is one transaction and leaves one entry in the change log. */
@ApplicationScoped
public class InstituteService {

    private static final int DEPENDENTS_NAMED = 5;

    private final InstituteRepository institutes;
    private final InstituteSearch search;
    private final DuplicateCheck duplicates;
    private final InstituteLog log;
    private final FocusAreas focusAreas;
    private final JsonBinder binder;
    private final Clock clock;

    InstituteService(
            InstituteRepository institutes,
            InstituteSearch search,
            DuplicateCheck duplicates,
            InstituteLog log,
            FocusAreas focusAreas,
            JsonBinder binder,
            Clock clock) {
        this.institutes = institutes;
        this.search = search;
        this.duplicates = duplicates;
        this.log = log;
        this.focusAreas = focusAreas;
        this.binder = binder;
        this.clock = clock;
    }

    /**
     * A new institute, as a draft.
     *
     * @param confirmed whether its author knows that it looks like another one
     */
    @Transactional
    public Institute create(InstituteRequest request, boolean confirmed, Actor actor) {
        focusAreas.check(new FocusAreas.Choice(request.focusAreas(), List.of()));
        if (!confirmed) {
            duplicates.refuse(request);
        }
        if (request.kind() == InstituteKind.ROOT) {
            institutes.lockTree();
            refuseSecondRoot();
        }
        var placed = request.kind() == InstituteKind.INSTITUTE && request.parentId() == null
                ? request.under(institutes.findRoot().map(Institute::id).orElse(null))
                : request;
        if (placed.parentId() != null) {
            parent(placed.parentId(), actor);
        }
        var institute = Institute.draft(institutes.freshId(request.kind()), placed, clock.instant());
        institutes.persist(institute);
        log.append("institute.created", institute, null, actor);
        return institute;
    }

    /** Changes what is written of it; a patch that changes nothing leaves no trace. */
    @Transactional
    public Institute change(
            String id, ExpectedVersion expected, MergePatch patch, @Nullable String reason, Actor actor) {
        var institute = forChange(id, actor);
        expected.check(institute.version());
        var before = institute.written();
        var after = binder.bind(patch.applyTo(binder.tree(before)), InstituteRequest.class);
        if (after.equals(before)) {
            return institute;
        }
        focusAreas.check(
                new FocusAreas.Choice(after.focusAreas(), Objects.requireNonNullElse(before.focusAreas(), List.of())));
        checkNewParent(institute, after.parentId(), actor);
        institute.change(after, clock.instant());
        log.append("institute.updated", institute, reason, actor);
        return institute;
    }

    /** Moves it through its lifecycle. */
    @Transactional
    public Institute move(String id, ExpectedVersion expected, TransitionRequest move, Actor actor) {
        var institute = forChange(id, actor);
        expected.check(institute.version());
        var from = institute.status();
        var open = InstitutePolicy.moves(institute.kind(), id, from, actor);
        if (!open.contains(move.to())) {
            throw Problem.moveNotAllowed(from, move.to(), open);
        }
        switch (move.to()) {
            case ACTIVE -> {
                institutes.lockTree();
                checkReachesRoot(institute.kind(), institute.parentId());
            }
            case CLOSED -> checkNobodyDependsOn(institute);
            default -> {}
        }
        institute.moveTo(move.to(), clock.instant());
        log.append(move.to().changeType(from), institute, move.reason(), actor);
        return institute;
    }

    /** The institute, if the actor may see it. */
    @Transactional
    public Institute get(String id, Actor actor) {
        PublicId.checked(Institute.ID_PREFIX, id);
        var institute = institutes.findByIdOptional(id).orElseThrow(() -> Problem.notFound("institute", id));
        InstitutePolicy.checkMayRead(institute, actor);
        return institute;
    }

    @Transactional
    public Page<Institute> find(InstituteQuery query, Actor actor) {
        return search.find(query, actor);
    }

    /**
     * The institute, locked for a change that the actor may make.
     *
     * @throws Problem 404 or 403 where the actor may not, 409 for one that was merged into another
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Institute forChange(String id, Actor actor) {
        PublicId.checked(Institute.ID_PREFIX, id);
        var institute = institutes.findForChange(id).orElseThrow(() -> Problem.notFound("institute", id));
        InstitutePolicy.checkMayChange(institute, actor);
        if (institute.successorId() != null) {
            throw Problem.conflict("It was merged into " + institute.successorId() + ". Change that one.")
                    .with("successorId", institute.successorId());
        }
        return institute;
    }

    private void refuseSecondRoot() {
        institutes.findRoot().ifPresent(root -> {
            throw Problem.conflict("The network has its root already: " + root.id() + ".");
        });
    }

    /** The parent, if the actor may see it and something can belong to it. */
    private Institute parent(String parentId, Actor actor) {
        var parent = institutes
                .findByIdOptional(parentId)
                .filter(found -> InstitutePolicy.mayRead(found.id(), found.status(), actor))
                .orElseThrow(
                        () -> Problem.invalid("/parentId", "there is no institute " + parentId + " that you may see"));
        if (parent.status().isEnded()) {
            throw Problem.conflict("The parent " + parentId + " is " + parent.status() + "; nothing can belong to it.");
        }
        return parent;
    }

    private void checkNewParent(Institute institute, @Nullable String parentId, Actor actor) {
        if (Objects.equals(parentId, institute.parentId())) {
            return;
        }
        institutes.lockTree();
        if (parentId != null) {
            parent(parentId, actor);
            if (institutes.isSameOrAbove(institute.id(), parentId)) {
                throw Problem.conflict("Under " + parentId + " the institute would stand above itself: a cycle.");
            }
        }
        if (institute.status().isPublished()) {
            checkReachesRoot(institute.kind(), parentId);
        }
    }

    /** Holds the tree, so that what is true of the parents now is true at the commit. */
    private void checkReachesRoot(InstituteKind kind, @Nullable String parentId) {
        if (kind == InstituteKind.ROOT) {
            return;
        }
        if (parentId == null) {
            throw Problem.invalid("/parentId", "is required: every institute of the network reaches its root");
        }
        var parent = institutes.findByIdOptional(parentId).orElseThrow();
        if (!parent.status().isPublished() || parent.status().isEnded()) {
            throw Problem.conflict(
                    "Its parent " + parentId + " is " + parent.status() + "; activate the parent first.");
        }
        var root = institutes.findRoot().filter(candidate -> candidate.status() == InstituteStatus.ACTIVE);
        if (root.isEmpty() || !institutes.isSameOrAbove(root.get().id(), parentId)) {
            throw Problem.conflict(
                    "An active institute reaches the network's active root through its parents; this one does not.");
        }
    }

    private void checkNobodyDependsOn(Institute institute) {
        institutes.lockTree();
        var linked = institutes.linkedTo(institute.id(), LocalDate.now(clock), DEPENDENTS_NAMED);
        if (!linked.isEmpty()) {
            throw Problem.conflict(
                    "Institutes of the network are linked to it: " + linked + ". End those relationships first.");
        }
        var children = institutes.childrenOf(
                institute.id(), List.of(InstituteStatus.ACTIVE, InstituteStatus.SUSPENDED), DEPENDENTS_NAMED);
        if (!children.isEmpty()) {
            throw Problem.conflict(
                    "Institutes of the network belong to it: " + children + ". Give them another parent first.");
        }
    }
}
