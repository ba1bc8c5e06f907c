package ma.jazari.institutes.suggestion;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import ma.jazari.institutes.institute.Institute;
import ma.jazari.institutes.institute.InstitutePolicy;
import ma.jazari.institutes.institute.InstituteRepository;
import ma.jazari.institutes.institute.InstituteService;
import ma.jazari.platform.changelog.PastVersions;
import ma.jazari.platform.changelog.Subject;
import ma.jazari.platform.http.ExpectedVersion;
import ma.jazari.platform.json.MergePatch;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.problem.ProblemType;
import ma.jazari.platform.security.Actor;
import org.jspecify.annotations.Nullable;

/** The institutes that suggestions are about: checks what is proposed of them, and changes them. */
@ApplicationScoped
class SuggestedInstitutes {

    private static final ExpectedVersion LOCKED = ExpectedVersion.of("*");

    private final InstituteRepository repository;
    private final InstituteService institutes;
    private final PastVersions versions;
    private final PatchCheck patches;
    private final WrittenForm form;

    SuggestedInstitutes(
            InstituteRepository repository,
            InstituteService institutes,
            PastVersions versions,
            PatchCheck patches,
            WrittenForm form) {
        this.repository = repository;
        this.institutes = institutes;
        this.versions = versions;
        this.patches = patches;
        this.form = form;
    }

    /**
     * The patch of the request as it is kept.
     *
     * @throws Problem 400 for one that could not be applied, 409 for one of an institute that was merged into another
     */
    ObjectNode checked(SuggestionRequest request, Actor actor) {
        var institute = visible(request.instituteId(), actor);
        if (institute.successorId() != null) {
            throw Problem.conflict("It was merged into " + institute.successorId() + ". Suggest a change of that one.")
                    .with("successorId", institute.successorId());
        }
        checkBase(request.baseVersion(), institute, actor);
        return patches.checked(request.patch(), institute, actor);
    }

    private Institute visible(String id, Actor actor) {
        return repository
                .findByIdOptional(id)
                .filter(institute -> InstitutePolicy.mayRead(id, institute.status(), actor))
                .orElseThrow(
                        () -> Problem.invalid("/instituteId", "there is no institute " + id + " that you may see"));
    }

    private void checkBase(long version, Institute institute, Actor actor) {
        if (version > institute.version()
                || versions.at(subject(institute.id()), version, actor).isEmpty()) {
            throw Problem.invalid(
                    "/baseVersion",
                    "must be a version of the institute that you could see; it is at " + institute.version());
        }
    }

    /**
     * Changes the institute as a PATCH of it would.
     *
     * @throws Problem 409 where the institute has changed so that the suggestion does not fit it any more
     */
    @Transactional(Transactional.TxType.MANDATORY)
    Institute apply(ChangeSuggestion suggestion, @Nullable String reason, Actor reviewer) {
        var institute = institutes.forChange(suggestion.instituteId(), reviewer);
        refuseCollisions(suggestion, institute, reviewer);
        var why = "Change suggestion " + suggestion.id() + (reason == null ? "" : ": " + reason);
        try {
            return institutes.change(institute.id(), LOCKED, new MergePatch(suggestion.patch()), why, reviewer);
        } catch (Problem problem) {
            throw problem.type() == ProblemType.INVALID_REQUEST ? unfit(problem) : problem;
        }
    }

    private void refuseCollisions(ChangeSuggestion suggestion, Institute institute, Actor reviewer) {
        var base = versions.at(subject(institute.id()), suggestion.baseVersion(), reviewer)
                .orElseThrow();
        var collisions = SuggestedFields.of(suggestion.patch(), form.of(base), form.of(institute)).stream()
                .filter(SuggestedField::collides)
                .toList();
        if (!collisions.isEmpty()) {
            throw overtaken(suggestion, institute, collisions);
        }
    }

    private static Problem overtaken(
            ChangeSuggestion suggestion, Institute institute, List<SuggestedField> collisions) {
        var pointers = collisions.stream().map(SuggestedField::pointer).toList();
        return Problem.conflict("Since version " + suggestion.baseVersion() + " the institute has got other values at "
                        + pointers + ". Discard the suggestion, and change version " + institute.version()
                        + " where it is still right.")
                .with("collisions", collisions);
    }

    private static Problem unfit(Problem problem) {
        return Problem.conflict(
                        "The institute has changed so that the suggestion does not fit it any more; see errors.")
                .with("errors", PatchCheck.under(problem.violations()).all());
    }

    private static Subject subject(String id) {
        return new Subject(InstitutePolicy.SUBJECT, id);
    }
}
