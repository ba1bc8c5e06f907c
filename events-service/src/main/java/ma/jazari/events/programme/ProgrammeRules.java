package ma.jazari.events.programme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import ma.jazari.events.institutecopy.KnownInstitutes;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.problem.Violations;
import org.jspecify.annotations.Nullable;

/** The rules that a programme keeps with other records. Their callers hold the tree. */
@ApplicationScoped
class ProgrammeRules {

    private final ProgrammeRepository programmes;
    private final KnownInstitutes institutes;
    private final Instance<TreeRule> treeRules;

    ProgrammeRules(ProgrammeRepository programmes, KnownInstitutes institutes, Instance<TreeRule> treeRules) {
        this.programmes = programmes;
        this.institutes = institutes;
        this.treeRules = treeRules;
    }

    void checkNew(Programme programme) {
        var violations = new Violations();
        if (programme.status() == ProgrammeStatus.CLOSED) {
            violations.add("/status", "must be PLANNED or ACTIVE of a new programme");
        }
        checkParent(programme, programme.parentId(), violations);
        checkLead(programme.leadInstituteId(), violations);
        violations.throwIfAny();
        checkCode(programme, programme.code());
    }

    void checkChange(Programme programme, ProgrammeRequest before, ProgrammeRequest after) {
        var violations = new Violations();
        if (after.status() != before.status()) {
            violations.add("/status", "moves by /transitions, not by a patch");
        }
        boolean moved = !Objects.equals(after.parentId(), before.parentId());
        checkStaysFinal(programme, moved, before, after);
        if (moved) {
            checkParent(programme, after.parentId(), violations);
        }
        if (!Objects.equals(after.leadInstituteId(), before.leadInstituteId())) {
            checkLead(after.leadInstituteId(), violations);
        }
        if (programme.indicators().stream()
                .anyMatch(indicator -> !indicator.targetDate().isAfter(after.from()))) {
            violations.add("/from", "must be before the target date of each of its indicators");
        }
        violations.throwIfAny();
        if (moved && after.parentId() != null) {
            checkPlace(programme, UUID.fromString(after.parentId()));
        }
        checkCode(programme, after.code());
    }

    /** @throws Problem 409 where those above it or its parts do not allow the move */
    void checkMove(Programme programme, ProgrammeStatus to) {
        var parent = programme.parentId() == null ? null : UUID.fromString(programme.parentId());
        if (parent != null && !programmes.findById(parent).status().isPublic()) {
            throw Problem.conflict("It is part of a programme that is not public; activate that one first.");
        }
        if (to == ProgrammeStatus.ACTIVE && parent != null && programmes.isFinal(parent)) {
            throw Problem.conflict(
                    "It is part of a programme that is closed, whose figures are final; open that one first.");
        }
        var open = to == ProgrammeStatus.CLOSED
                ? programmes.openParts(UUID.fromString(programme.id()))
                : List.<String>of();
        if (!open.isEmpty()) {
            throw Problem.conflict("Its figures include those of parts that are open, " + String.join(", ", open)
                            + "; close those first.")
                    .with("open", open);
        }
    }

    /** What a closed programme's figures are made of stays: its period, its place, and its parts. */
    private void checkStaysFinal(Programme programme, boolean moved, ProgrammeRequest before, ProgrammeRequest after) {
        boolean otherDays = !after.from().equals(before.from()) || !Objects.equals(after.to(), before.to());
        if (programme.status() == ProgrammeStatus.CLOSED && (moved || otherDays)) {
            throw Problem.conflict(
                    "The programme is closed and its figures are final: from, to and parentId stay as they"
                            + " are. Open it again first.");
        }
        if (moved && programme.status().isPublic() && isFinal(before.parentId())) {
            throw Problem.conflict(
                    "The programme is part of one that is closed, whose figures are final; it stays there.");
        }
    }

    private boolean isFinal(@Nullable String programme) {
        return programme != null && programmes.isFinal(UUID.fromString(programme));
    }

    private void checkParent(Programme programme, @Nullable String parentId, Violations violations) {
        if (parentId == null) {
            return;
        }
        var parent = programmes.findByIdOptional(UUID.fromString(parentId));
        if (parent.isEmpty()) {
            violations.add("/parentId", "is no programme");
        } else if (programme.status().isPublic() && !parent.get().status().isPublic()) {
            violations.add("/parentId", "is a programme that is not public; what is public cannot be part of it");
        } else if (isFinal(parentId)) {
            violations.add(
                    "/parentId", "is closed, or part of what is: its figures are final, and take in no more parts");
        }
    }

    private void checkPlace(Programme programme, UUID parent) {
        if (programmes.isSameOrAbove(UUID.fromString(programme.id()), parent)) {
            throw Problem.conflict("The programme " + parent
                    + " is this one or a part of it; a programme cannot be a part of itself.");
        }
        treeRules.forEach(rule -> rule.checkMove(programme, parent));
    }

    private void checkLead(@Nullable String institute, Violations violations) {
        if (institute != null
                && institutes
                        .find(institute)
                        .filter(KnownInstitutes.Known::isActive)
                        .isEmpty()) {
            violations.add("/leadInstituteId", "is no active institute");
        }
    }

    private void checkCode(Programme programme, String code) {
        if (programmes.isTaken(code, UUID.fromString(programme.id()))) {
            throw Problem.conflict("There is another programme whose code is " + code + ".");
        }
    }
}
