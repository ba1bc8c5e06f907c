package ma.jazari.institutes.institute;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import ma.jazari.institutes.duplicate.DuplicateCheck;
import ma.jazari.institutes.vocabulary.FocusAreas;
import ma.jazari.platform.http.ExpectedVersion;
import ma.jazari.platform.id.PublicId;
import ma.jazari.platform.json.JsonBinder;
import ma.jazari.platform.json.MergePatch;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.security.Actor;
import org.jspecify.annotations.Nullable;

/** Makes and changes institutes. Every change is one transaction and leaves one entry in the change log. */
@ApplicationScoped
public class InstituteService {

    private final InstituteRepository institutes;
    private final InstituteTree tree;
    private final DuplicateCheck duplicates;
    private final InstituteLog log;
    private final FocusAreas focusAreas;
    private final JsonBinder binder;
    private final Clock clock;

    InstituteService(
            InstituteRepository institutes,
            InstituteTree tree,
            DuplicateCheck duplicates,
            InstituteLog log,
            FocusAreas focusAreas,
            JsonBinder binder,
            Clock clock) {
        this.institutes = institutes;
        this.tree = tree;
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
            tree.refuseSecondRoot();
        }
        var placed = request.kind() == InstituteKind.INSTITUTE && request.parentId() == null
                ? request.under(institutes.findRoot().map(Institute::id).orElse(null))
                : request;
        if (placed.parentId() != null) {
            institutes.shareTree();
            tree.parent(placed.parentId(), actor);
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
        tree.checkNewParent(institute, after.parentId(), actor);
        institute.change(after, clock.instant());
        log.append("institute.updated", institute, reason, actor);
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
}
